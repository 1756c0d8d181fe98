package io.renoz.platform.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Puts letters into a folder that its owner alone may read, the latest five hundred of them. */
final class FileCarrier implements Carrier {

    private static final int KEPT = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    FileCarrier(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public synchronized void carry(Letter letter) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode("rwx------"));
        }
        String address = letter.recipient().replaceAll("[^A-Za-z0-9@._+-]", "_");
        String name = TIME.format(clock.instant()) + "-" + address.substring(0, Math.min(address.length(), 100)) + "-"
                + letter.id();
        Path unfinished = Files.createFile(folder.resolve(name + ".part"), mode("rw-------"));
        Files.writeString(unfinished, letter.content(), StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        clean();
    }

    private void clean() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> mails = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
            for (Path old : mails.subList(0, Math.max(0, mails.size() - KEPT))) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
