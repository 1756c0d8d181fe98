package io.renoz.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of {@link SealedBox}: 32 bytes in Base64, in {@code RENOZ_SECRET_KEY} where several nodes share a database, else in
 * {@code $RENOZ_HOME/secret.key}, which is made with mode 600 when it is missing.
 */
final class SecretKeyFile {

    private static final int KEY_BYTES = 32;

    private SecretKeyFile() {}

    static SecretKey of(Map<String, String> environment) {
        String given = environment.get("RENOZ_SECRET_KEY");
        if (given != null && !given.isBlank()) {
            return key(given, "RENOZ_SECRET_KEY");
        }
        String home = environment.get("RENOZ_HOME");
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("Secrets need a key: set RENOZ_SECRET_KEY or RENOZ_HOME.");
        }
        return stored(Path.of(home, "secret.key"));
    }

    private static SecretKey stored(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return key(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(fresh, Base64.getEncoder().encode(bytes));
            Files.createLink(file, fresh); // whoever comes second keeps the first one's key
        } catch (FileAlreadyExistsException e) {
            Files.readString(file, StandardCharsets.US_ASCII);
        } finally {
            Files.delete(fresh);
        }
    }

    private static SecretKey key(String base64, String where) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(where + " holds " + bytes.length + " bytes; a key has " + KEY_BYTES + ".");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
