package io.renoz.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a backup holds: lines {@code name: value} about it, an empty line, and {@code <sha256>  <path>} for each file. Its
 * last line is the sum of all before.
 */
final class Manifest {

    static final String NAME = "MANIFEST";
    static final String FORMAT = "1";

    private static final String SUM = "manifest: ";

    private final Map<String, String> about = new LinkedHashMap<>();
    private final Map<String, String> sums = new LinkedHashMap<>();

    static Manifest ofThisVersion() {
        var manifest = new Manifest();
        manifest.about("format", FORMAT);
        manifest.about("renoz", renoz());
        manifest.about("postgresql", PostgresArchive.major());
        return manifest;
    }

    /** The version of this distribution, as far as it was built. */
    static String renoz() {
        return Objects.requireNonNullElse(Manifest.class.getPackage().getImplementationVersion(), "unbuilt");
    }

    static Manifest parse(String text) {
        int last = text.lastIndexOf(SUM);
        if (last < 0
                || !sum(text.substring(0, last))
                        .equals(text.substring(last + SUM.length()).strip())) {
            throw new Refusal("The list of what the backup holds is damaged.");
        }
        var manifest = new Manifest();
        for (String line : text.substring(0, last).lines().toList()) {
            if (line.matches("[0-9a-f]{64}  .+")) {
                manifest.sums.put(line.substring(66), line.substring(0, 64));
            } else if (line.contains(": ")) {
                manifest.about(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
            }
        }
        return manifest;
    }

    void about(String name, String value) {
        about.put(name, value);
    }

    String about(String name) {
        return about.getOrDefault(name, "unknown");
    }

    /** The files with their sums. */
    Map<String, String> files() {
        return sums;
    }

    boolean holds(String path) {
        return sums.containsKey(path);
    }

    /** Copies a file into the backup and remembers its sum. */
    void copy(String path, InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        from.transferTo(new DigestOutputStream(to, digest));
        sums.put(path, HexFormat.of().formatHex(digest.digest()));
    }

    /** Copies a file out of the backup; false when it is not what was put in. */
    boolean check(String path, InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(from, digest).transferTo(to);
        return HexFormat.of().formatHex(digest.digest()).equals(sums.get(path));
    }

    private static String sum(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        about.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append('\n');
        sums.forEach((path, sum) -> text.append(sum).append("  ").append(path).append('\n'));
        return text + SUM + sum(text.toString()) + "\n";
    }
}
