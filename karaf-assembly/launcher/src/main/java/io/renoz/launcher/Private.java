package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets and the files that hold them: readable by their owner alone, and never seen half-written. */
final class Private {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Private() {}

    /** 256 random bits as 43 characters that need no quoting in a URL, a shell or SQL. */
    static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Replaces the file as a whole; its mode is 600 from the first byte on. */
    static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the file says; at the first call {@code text}, which is then kept. */
    static String keep(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            try {
                write(file, text + "\n");
            } catch (FileAlreadyExistsException e) {
                throw new IOException(file + " is being written by another process", e);
            }
        }
        return Files.readString(file).strip();
    }
}
