package io.renoz.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Karaf runs from below RENOZ_HOME: a copy of the distribution, configuration and bundle cache, all derived.
 *
 * <p>etc/ is laid anew at each start. The bundle cache is thrown away when the distribution has changed, since Karaf
 * would go on running the old jars.
 */
final class KarafBase {

    private final Home home;
    private final Path built;

    /** Of the distribution as the build left it in {@code built}. */
    KarafBase(Home home, Path built) {
        this.home = home;
        this.built = built;
    }

    Path etc() {
        return home.karaf().resolve("etc");
    }

    Path data() {
        return home.karaf().resolve("data");
    }

    /** True when the copy is not the one that was built last. */
    boolean isStale() throws IOException {
        return !Files.exists(marker()) || !Files.readString(marker()).equals(fingerprint());
    }

    /** Takes the distribution over; the marker is written last, so a kill in between only makes it happen again. */
    Path unpack() throws IOException {
        Files.deleteIfExists(marker());
        Folders.delete(home.distribution());
        Folders.copy(built, home.distribution());
        Folders.delete(data().resolve("cache"));
        Folders.delete(data().resolve("m2"));
        return Files.writeString(marker(), fingerprint());
    }

    /** Lays etc/ with the shell's one user, and an empty folder for temporary files. */
    void lay() throws IOException {
        Folders.delete(etc());
        Folders.copy(home.distribution().resolve("etc"), etc());
        String password = Private.keep(home.shellPassword(), Private.secret());
        String users = """
                karaf = %s,_g_:admingroup
                _g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh
                """;
        Private.write(etc().resolve("users.properties"), users.formatted(password));
        Folders.delete(data().resolve("tmp"));
        Files.createDirectories(data().resolve("tmp"));
    }

    private Path marker() {
        return home.karaf().resolve("distribution");
    }

    /** Name, size and time of every file that Karaf loads. */
    private String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        for (String folder : List.of("system", "etc", "lib")) {
            try (Stream<Path> files = Files.walk(built.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
