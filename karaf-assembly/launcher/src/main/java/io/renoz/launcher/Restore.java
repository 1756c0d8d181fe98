package io.renoz.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Puts a backup into a home: beside what is there, checked, and only then in its place; what was there is moved aside. */
final class Restore {

    private final Home home;

    Restore(Home home) {
        this.home = home;
    }

    /** Where what was there has gone to, if anything was. */
    record Done(Manifest manifest, @Nullable Path aside) {}

    Done from(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file " + file + ".");
        }
        Path fresh = home.root().resolve("restore.new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            requireVersion(manifest);
            unpack(zip, manifest, fresh);
            Path aside = moveAside();
            for (Path path : children(fresh)) {
                Files.move(path, home.root().resolve(path.getFileName()));
            }
            return new Done(manifest, aside);
        } finally {
            Folders.delete(fresh);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new Refusal(zip.getName() + " is no backup of Renoz, or not whole.");
        }
        try (InputStream from = zip.getInputStream(entry)) {
            return Manifest.parse(new String(from.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void requireVersion(Manifest manifest) {
        if (!manifest.about("format").equals(Manifest.FORMAT)) {
            throw new Refusal("The backup has format " + manifest.about("format") + " and this Renoz reads "
                    + Manifest.FORMAT + ".");
        }
        if (!manifest.about("postgresql").equals(PostgresArchive.major())) {
            throw new Refusal("The backup was written with PostgreSQL " + manifest.about("postgresql")
                    + " and this distribution brings " + PostgresArchive.major() + "; restore it with Renoz "
                    + manifest.about("renoz") + ".");
        }
        if (newer(manifest.about("renoz"), Manifest.renoz())) {
            throw new Refusal("The backup was written by Renoz " + manifest.about("renoz") + " and this is "
                    + Manifest.renoz() + ", which is older; restore it with that version or a newer one.");
        }
    }

    /** By the numbers of the versions; one without numbers is nobody's senior. */
    static boolean newer(String version, String than) {
        List<Integer> left = numbers(version);
        List<Integer> right = numbers(than);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return left.get(i) > right.get(i);
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        return Stream.of(version.split("[.-]"))
                .takeWhile(part -> part.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .toList();
    }

    /** Refuses a file that is damaged, missing or too many. */
    private static void unpack(ZipFile zip, Manifest manifest, Path fresh) throws IOException {
        Set<String> missing = new HashSet<>(manifest.files().keySet());
        var damaged = new ArrayList<String>();
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            String name = entry.getName();
            if (name.equals(Manifest.NAME)) {
                continue;
            }
            Path path = fresh.resolve(name).normalize();
            if (!path.startsWith(fresh) || !missing.remove(name) || !put(zip, entry, manifest, path)) {
                damaged.add(name);
            }
        }
        damaged.addAll(missing);
        if (!damaged.isEmpty()) {
            throw new Refusal("The backup is damaged, nothing was changed: " + damaged.size() + " of "
                    + manifest.files().size() + " files are not what was put in, such as " + damaged.get(0) + ".");
        }
    }

    private static boolean put(ZipFile zip, ZipEntry entry, Manifest manifest, Path path) throws IOException {
        if (entry.isDirectory()) {
            folder(path);
            return true;
        }
        folder(path.getParent());
        try (InputStream from = new BufferedInputStream(zip.getInputStream(entry));
                OutputStream to = Files.newOutputStream(Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))))) {
            return manifest.check(entry.getName(), from, to);
        }
    }

    private static void folder(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Whatever a backup would hold. */
    private @Nullable Path moveAside() throws IOException {
        List<Path> old = children(home.root()).stream()
                .filter(path -> path.equals(home.data())
                        || !Backup.leftOut(path.getFileName().toString()))
                .toList();
        boolean empty = old.stream().allMatch(Restore::isEmptyFolder);
        Path aside = Backup.aside(home, Instant.now());
        for (Path path : old) {
            Files.createDirectories(aside);
            Files.move(path, aside.resolve(path.getFileName()));
        }
        if (empty) {
            Folders.delete(aside);
            return null;
        }
        return aside;
    }

    private static boolean isEmptyFolder(Path path) {
        try {
            return Files.isDirectory(path) && children(path).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
