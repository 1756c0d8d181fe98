package io.renoz.kernel;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Where a {@link Migrator} finds a changelog: in a bundle, or in a jar that is not installed yet. */
public final class ModuleFiles {

    private ModuleFiles() {}

    /** The files of an installed bundle. */
    public static Migrator.Files of(Bundle bundle) {
        return new Migrator.Files() {
            @Override
            public Set<String> below(String folder) {
                var paths = new TreeSet<String>();
                @Nullable Enumeration<URL> entries = bundle.findEntries(folder, "*", true);
                if (entries != null) {
                    Collections.list(entries).stream()
                            .map(url -> url.getPath().substring(1))
                            .filter(path -> !path.endsWith("/"))
                            .forEach(paths::add);
                }
                return paths;
            }

            @Override
            public InputStream open(String path) throws IOException {
                @Nullable URL url = bundle.getEntry(path);
                if (url == null) {
                    throw new FileNotFoundException(path);
                }
                return url.openStream();
            }
        };
    }

    /** The files of a jar, which is open only while one is read. */
    public static Migrator.Files of(Path jar) {
        return new Migrator.Files() {
            @Override
            public Set<String> below(String folder) {
                var paths = new TreeSet<String>();
                try (var zip = new ZipFile(jar.toFile())) {
                    zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(ZipEntry::getName)
                            .filter(path -> path.startsWith(folder + "/"))
                            .forEach(paths::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return paths;
            }

            @Override
            public InputStream open(String path) throws IOException {
                try (var zip = new ZipFile(jar.toFile())) {
                    @Nullable ZipEntry entry = zip.getEntry(path);
                    if (entry == null) {
                        throw new FileNotFoundException(path);
                    }
                    try (InputStream content = zip.getInputStream(entry)) {
                        return new ByteArrayInputStream(content.readAllBytes());
                    }
                }
            }
        };
    }
}
