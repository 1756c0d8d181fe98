package io.renoz.blob;

import java.time.Instant;

/**
 * Bytes that are stored.
 *
 * @param key where they are
 * @param size in bytes
 * @param since when they were stored
 */
public record Blob(String key, long size, Instant since) {}
