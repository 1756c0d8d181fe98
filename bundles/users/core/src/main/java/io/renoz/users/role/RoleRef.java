package io.renoz.users.role;

import java.util.UUID;

/** A role by its names. */
public record RoleRef(UUID id, String key, String name) {}
