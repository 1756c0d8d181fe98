package io.renoz.platform.rest.file;

import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that have come in, each for as long as its request takes. Thread-safe. */
public final class Spool {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String PREFIX = "renoz-upload-";
    private static final int BUFFER = 65_536;

    /** Longer than any request takes: what is older was left behind by a process that died. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path folder;

    /** Files that were left behind in the folder are taken away. */
    public Spool(Path folder) {
        this.folder = folder;
        tidy();
    }

    /** In the process' own folder for such files. */
    public static Spool ofProcess() {
        return new Spool(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A file that has come in. */
    record Spooled(Path path, long length, String sha256) {

        void discard() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                log.warn("The temporary file {} could not be deleted: {}", path, e.toString());
            }
        }
    }

    /**
     * Takes in all of a stream.
     *
     * @throws Problem {@code file-too-large} when it has more than {@code most} bytes
     */
    Spooled take(InputStream in, long most) throws IOException {
        Path path = Files.createTempFile(folder, PREFIX, ".tmp", owned());
        MessageDigest digest = sha256();
        long length = 0;
        boolean whole = false;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > most) {
                    throw tooLarge(most);
                }
                out.write(buffer, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
        return new Spooled(path, length, HexFormat.of().formatHex(digest.digest()));
    }

    static Problem tooLarge(long most) {
        return Problem.of("file-too-large", "The file has more than the " + most + " bytes that are let in.")
                .with("limit", most);
    }

    private static java.nio.file.attribute.FileAttribute<?>[] owned() {
        return Path.of("/").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new java.nio.file.attribute.FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tidy() {
        Instant old = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            log.debug("Another process took a file away first: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be used.", e);
        }
    }
}
