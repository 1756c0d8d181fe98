package io.renoz.platform.migrations;

import io.renoz.kernel.Migrator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** SHA-256 over a changelog: names and contents of all its files. */
final class Fingerprint {

    private Fingerprint() {}

    /** Lower case hex; {@code owner} is taken in, so that another vendor's equal files are not the same changelog. */
    static String of(String owner, Migrator.Files files) throws IOException {
        MessageDigest digest = sha256();
        add(digest, owner.getBytes(StandardCharsets.UTF_8));
        for (String path : new TreeSet<>(files.below("db"))) {
            add(digest, path.getBytes(StandardCharsets.UTF_8));
            try (InputStream content = files.open(path)) {
                add(digest, content.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
