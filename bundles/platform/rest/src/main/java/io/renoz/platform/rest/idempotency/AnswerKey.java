package io.renoz.platform.rest.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be repeated.
 *
 * @param path at most 500 characters of it; the hash covers all
 * @param hash SHA-256 of path, query and body, in hex
 */
record AnswerKey(UUID organization, UUID actor, String key, String path, String hash) {

    private static final int PATH_LENGTH = 500;

    static AnswerKey of(UUID organization, UUID actor, String key, String path, @Nullable String query, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((path + "?" + (query == null ? "" : query) + "\n").getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().formatHex(digest.digest(body));
        return new AnswerKey(
                organization, actor, key, path.length() > PATH_LENGTH ? path.substring(0, PATH_LENGTH) : path, hash);
    }

    /** Number of the advisory lock that keeps two of a kind from running at once. */
    long lock() {
        String text = organization + "/" + actor + "/" + key;
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
