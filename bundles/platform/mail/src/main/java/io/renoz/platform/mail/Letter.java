package io.renoz.platform.mail;

import java.util.UUID;

/**
 * A mail on its way.
 *
 * @param recipient the bare address
 * @param content headers and body as RFC 5322 has them; lines of text may be 8 bit when it becomes a file
 */
record Letter(UUID id, String recipient, String content) {}
