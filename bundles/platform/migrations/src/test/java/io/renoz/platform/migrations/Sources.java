package io.renoz.platform.migrations;

import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleDescriptor;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changelogs of tests: made up, and the platform's own. */
final class Sources {

    private static final Path PLATFORM = Path.of("../../../liquibase/platform");

    private Sources() {}

    static Migrator.Files platform() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(PLATFORM)) {
            for (Path file : files.toList()) {
                contents.put("db/" + file.getFileName(), Files.readString(file));
            }
        }
        return files(contents);
    }

    /** A module of ours. */
    static ModuleDescriptor module(String name, String... requires) {
        return new ModuleDescriptor(name, "1.0.0", name, "standard", "Renoz", Set.of(requires), Set.of(), Map.of());
    }

    /** A changelog of one change set after the other: {@code 001}, {@code 002} and so on of the module. */
    static Migrator.Files changelog(String module, String... changes) {
        var contents = new LinkedHashMap<String, String>();
        contents.put("db/changelog.yaml", "databaseChangeLog:\n  - include: {file: db/001-all.sql}\n");
        var sql = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < changes.length; i++) {
            sql.append("\n--changeset %s:%03d splitStatements:false\n%s\n".formatted(module, i + 1, changes[i]));
        }
        contents.put("db/001-all.sql", sql.toString());
        return files(contents);
    }

    static Migrator.Files files(Map<String, String> contents) {
        return new Migrator.Files() {
            @Override
            public Set<String> below(String folder) {
                return contents.keySet();
            }

            @Override
            public InputStream open(String path) throws IOException {
                String content = contents.get(path);
                if (content == null) {
                    throw new FileNotFoundException(path);
                }
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
