package io.renoz.launcher;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything that a home holds in one file, while it works: the database by PostgreSQL's calls for that (its files, and the
 * log of what was written meanwhile), files and keys beside it.
 */
final class Backup {

    /** What is made anew, belongs to a process, or is a backup itself. */
    private static final Set<String> LEFT_OUT = Set.of(
            "data", "postgres", "dist", "karaf", "log", "run.lock", "renoz.pid", "backups", "swap", "shell-port");

    private static final String ASIDE = "before-restore-";

    /** PostgreSQL makes these anew, or must not find them. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> OMITTED =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "backup_manifest");

    private final Home home;
    private final EmbeddedDatabase database;
    private final Manifest manifest = Manifest.ofThisVersion();

    Backup(Home home, EmbeddedDatabase database) {
        this.home = home;
        this.database = database;
    }

    /** Where a backup goes that nobody gave a place. */
    static Path place(Home home, Instant now) {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(now);
        return home.root().resolve("backups").resolve("renoz-" + time + ".zip");
    }

    static boolean leftOut(String name) {
        return LEFT_OUT.contains(name)
                || name.startsWith(ASIDE)
                || name.startsWith("restore.")
                || name.endsWith(".new");
    }

    static Path aside(Home home, Instant now) {
        return home.root().resolve(ASIDE + now.toEpochMilli());
    }

    /** Writes the file, which is there when it is whole and not before. */
    void write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already.");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (ZipOutputStream zip =
                            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16));
                    Connection admin = database.admin()) {
                zip.setLevel(Deflater.BEST_SPEED);
                write(zip, admin);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void write(ZipOutputStream zip, Connection admin) throws IOException, SQLException {
        manifest.about("begun", Instant.now().toString());
        var copy = new BackupCopy(admin);
        copy.begin();
        files(zip, home.data(), "data/", Backup::isData);
        rest(zip);
        BackupCopy.End end = copy.end();
        put(zip, "data/backup_label", end.label());
        for (String segment : end.segments()) {
            put(zip, "data/pg_wal/" + segment, home.data().resolve("pg_wal").resolve(segment));
        }
        rest(zip); // files that came while the database was copied; none is changed once it is there
        manifest.about("ended", Instant.now().toString());
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static boolean isData(Path path) {
        String name = path.getFileName().toString();
        boolean inEmptied =
                path.getNameCount() > 1 && EMPTIED.contains(path.getName(0).toString());
        return !inEmptied
                && !(path.getNameCount() == 1 && OMITTED.contains(name))
                && !name.startsWith("pgsql_tmp")
                && !name.startsWith("pg_internal.init");
    }

    private void rest(ZipOutputStream zip) throws IOException {
        files(zip, home.root(), "", path -> !leftOut(path.getName(0).toString()));
    }

    /** All files and folders below one, by the path that leads from it to them; what is there already stays. */
    private void files(ZipOutputStream zip, Path root, String prefix, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                Path path = root.relativize(folder);
                if (!wanted.test(path)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                String name = prefix + path + "/";
                if (!manifest.holds(name)) {
                    zip.putNextEntry(new ZipEntry(name));
                    manifest.copy(name, InputStream.nullInputStream(), OutputStream.nullOutputStream());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path path = root.relativize(file);
                if (attributes.isRegularFile() && wanted.test(path) && !manifest.holds(prefix + path)) {
                    put(zip, prefix + path, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // gone meanwhile
                }
                throw e;
            }
        });
    }

    private void put(ZipOutputStream zip, String name, Path file) throws IOException {
        try (InputStream from = Files.newInputStream(file)) {
            put(zip, name, from);
        } catch (NoSuchFileException e) {
            if (name.startsWith("data/pg_wal/")) {
                throw e; // without it the rest is worth nothing
            }
        }
    }

    private void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(ZipOutputStream zip, String name, InputStream from) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        manifest.copy(name, from, zip);
        zip.closeEntry();
    }
}
