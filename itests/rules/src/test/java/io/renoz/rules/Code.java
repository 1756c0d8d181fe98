package io.renoz.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is held against the rules: all bundles, found by their folders so that a new one is never forgotten. */
final class Code {

    static final Path ROOT =
            Path.of(System.getProperty("renoz.root")).toAbsolutePath().normalize();

    /** Copied by bnd from here into every domain. */
    private static final Pattern COPIED = Pattern.compile(".*/io/renoz/data/entity/.*");

    private static final Path ORIGINAL = Path.of("platform", "entity");

    private Code() {}

    /** The folders of all bundles, as {@code bundles/customers/core}. */
    static List<Path> bundles() {
        Path bundles = ROOT.resolve("bundles");
        try (Stream<Path> poms = Files.find(bundles, 3, (file, about) -> file.endsWith("pom.xml"))) {
            return poms.map(Path::getParent)
                    .filter(folder -> !folder.equals(bundles))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our classes of all bundles, as compiled. */
    static JavaClasses classes() {
        List<Path> folders = bundles().stream().map(Code::compiled).toList();
        return new ClassFileImporter().withImportOption(Code::ours).importPaths(folders);
    }

    private static Path compiled(Path bundle) {
        Path classes = bundle.resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(bundle + " is not built");
        }
        return classes;
    }

    private static boolean ours(Location location) {
        return location.contains("/io/renoz/") && (!location.matches(COPIED) || location.contains(ORIGINAL.toString()));
    }

    /** Java sources of ours anywhere in the repository, tests among them. */
    static List<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?target/.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module a class belongs to: the first word after {@code io.renoz} when that package declares one. */
    static Optional<String> domain(JavaClass type, JavaClasses classes) {
        String[] words = type.getPackageName().split("\\.", -1);
        if (words.length < 3 || !type.getPackageName().startsWith("io.renoz.")) {
            return Optional.empty();
        }
        String root = "io.renoz." + words[2] + ".package-info";
        return classes.contain(root) && classes.get(root).isAnnotatedWith("io.renoz.module.Module")
                ? Optional.of(words[2])
                : Optional.empty();
    }
}
