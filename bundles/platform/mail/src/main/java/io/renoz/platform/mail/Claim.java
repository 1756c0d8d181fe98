package io.renoz.platform.mail;

import java.util.UUID;

/** A mail that is ours to carry; {@code attempt} is 1 for the first. */
record Claim(UUID organization, UUID id, String recipient, String sealed, int attempt) {}
