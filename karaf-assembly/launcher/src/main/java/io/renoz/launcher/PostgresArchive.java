package io.renoz.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as shipped in a jar on our class path, unpacked once a version. */
final class PostgresArchive {

    /** Of {@code initdb}, {@code pg_ctl} and {@code postgres}; the pom names the same one. */
    static final String VERSION = "18.0.0";

    private static final String MARKER = ".unpacked";

    private PostgresArchive() {}

    static String major() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    /** The folder with {@code bin/}; unpacks when the marker, which is written last, is not there. */
    static Path unpack(Path postgres) throws IOException {
        Path target = postgres.resolve(VERSION);
        if (!unpacked(postgres)) {
            try (InputStream archive = open();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
            Files.writeString(target.resolve(MARKER), VERSION + "\n");
        }
        return target;
    }

    static boolean unpacked(Path postgres) {
        return Files.exists(postgres.resolve(VERSION).resolve(MARKER));
    }

    private static InputStream open() {
        String architecture = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        InputStream archive = PostgresArchive.class.getResourceAsStream("/postgres-linux-" + architecture + ".txz");
        if (archive == null) {
            throw new Refusal("This distribution has no PostgreSQL for " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + "; set RENOZ_DB_URL to one that you run.");
        }
        return archive;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
