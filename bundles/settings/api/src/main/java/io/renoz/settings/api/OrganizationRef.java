package io.renoz.settings.api;

import java.util.UUID;

/** All that is told of an organization before sign-in. */
public record OrganizationRef(UUID id, String name, OrganizationStatus status) {}
