package io.renoz.platform.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** SHA-256 over names and bytes of all files, so that a jar and the bundle it was installed as have the same. */
final class ContentDigest {

    private ContentDigest() {}

    /** Opens one file. */
    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    static String of(JarFile jar, Allowance allowance) throws IOException {
        var files = new TreeMap<String, Content>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (!entry.isDirectory()) {
                files.put(entry.getName(), () -> allowance.of(jar.getInputStream(entry)));
            }
        }
        return of(files);
    }

    static String of(Bundle bundle) throws IOException {
        var files = new TreeMap<String, Content>();
        @Nullable Enumeration<URL> entries = bundle.findEntries("/", "*", true);
        if (entries != null) {
            for (URL entry : Collections.list(entries)) {
                if (!entry.getPath().endsWith("/")) {
                    files.put(entry.getPath().substring(1), entry::openStream);
                }
            }
        }
        return of(files);
    }

    private static String of(Map<String, Content> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Content> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                MessageDigest content = MessageDigest.getInstance("SHA-256");
                try (InputStream in = file.getValue().open()) {
                    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), content));
                }
                digest.update(content.digest());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
