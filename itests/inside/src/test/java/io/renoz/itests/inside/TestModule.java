package io.renoz.itests.inside;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;

/** Bundles that ship a module and are made on the spot. */
final class TestModule {

    private TestModule() {}

    /** A module of one change set; {@code sql} is all that it does. */
    static InputStream withChangeSet(String name, String sql) throws IOException {
        var manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "test." + name);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue(
                "Provide-Capability",
                "renoz.module;renoz.module=" + name
                        + ";version:Version=\"1.0.0\";title=Test;kind=extension;vendor=\"Example Ltd\"");
        var files = new LinkedHashMap<String, byte[]>();
        files.put("db/changelog.yaml", bytes("databaseChangeLog:\n  - include: {file: db/001-things.sql}\n"));
        files.put(
                "db/001-things.sql",
                bytes("--liquibase formatted sql\n\n--changeset " + name + ":001\n" + sql
                        + "\n--rollback select 1;\n"));
        return jar(manifest, files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All that is in a bundle of the distribution, under another symbolic name. */
    static InputStream copyOf(Bundle bundle, String symbolicName) throws IOException {
        String[] at = bundle.getLocation().substring("mvn:".length()).split("/", -1);
        Path file = Path.of(
                System.getProperty("karaf.home"),
                "system",
                at[0].replace('.', '/'),
                at[1],
                at[2],
                at[1] + "-" + at[2] + ".jar");
        var files = new LinkedHashMap<String, byte[]>();
        try (var jar = new JarInputStream(Files.newInputStream(file))) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), jar.readAllBytes());
                }
            }
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
            return jar(manifest, files);
        }
    }

    private static InputStream jar(Manifest manifest, Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
