package io.renoz.platform.blobs;

import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Files that are being written, in the same file system as their place. */
final class Incoming {

    private static final int BUFFER = 65_536;

    /** Longer than any file takes to be written. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path folder;

    Incoming(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            tidy();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for files cannot be used: " + folder, e);
        }
    }

    /** A file that is whole and on the disk, not yet in its place. */
    record Received(Path file, long size, String sha256) {}

    Received receive(InputStream content, long limit) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".part");
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            long size = copy(content, out, digest, limit);
            out.force(true);
            whole = true;
            return new Received(file, size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream content, FileChannel out, MessageDigest digest, long limit)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit) {
                throw Problem.of("file-too-large", "The file has more than the " + limit + " bytes that are let in.")
                        .with("limit", limit);
            }
            digest.update(buffer, 0, read);
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what a process left behind that died while it wrote. */
    private void tidy() throws IOException {
        Instant old = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.part")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
