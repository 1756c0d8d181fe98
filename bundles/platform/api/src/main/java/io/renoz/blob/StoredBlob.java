package io.renoz.blob;

/**
 * Bytes that were stored just now.
 *
 * @param size in bytes
 * @param sha256 of all of them, 64 hexadecimal digits in lower case
 */
public record StoredBlob(String key, long size, String sha256) {}
