package io.renoz.testing;

import io.renoz.kernel.Migrator;
import io.renoz.platform.migrations.SchemaMigrator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The platform's own changelog, out of the bundle that carries it. */
final class Baseline {

    private Baseline() {}

    static Migrator.Files files() {
        URI place = URI.create(String.valueOf(
                SchemaMigrator.class.getProtectionDomain().getCodeSource().getLocation()));
        return new Migrator.Files() {
            @Override
            public Set<String> below(String folder) {
                try (JarFile jar = new JarFile(Path.of(place).toFile())) {
                    return jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(folder + "/") && !name.endsWith("/"))
                            .collect(Collectors.toCollection(TreeSet::new));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public InputStream open(String path) throws IOException {
                return URI.create("jar:" + place + "!/" + path).toURL().openStream();
            }
        };
    }
}
