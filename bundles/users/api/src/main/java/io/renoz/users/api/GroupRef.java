package io.renoz.users.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of users as other modules see one. */
public record GroupRef(UUID id, String name, @Nullable UUID parentGroupId, boolean active) {}
