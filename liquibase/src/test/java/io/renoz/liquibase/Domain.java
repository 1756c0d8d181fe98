package io.renoz.liquibase;

import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A domain as its sources have it: its declaration, and the folder of its changelog. */
record Domain(ModuleDescriptor module, Path folder) implements Migrator.Files {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MODULE =
            Pattern.compile("@Module\\(value = \"([a-z0-9-]+)\".*?vendor = \"([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern REQUIRES = Pattern.compile("@Requires\\(\"([a-z0-9-]+)\"\\)");
    private static final Pattern INCLUDE = Pattern.compile("file: (db/[^},\\s]+)");
    private static final Pattern CHANGE_SET = Pattern.compile("(?m)^--changeset (\\S+):(\\S+)(.*)$");

    /** A change set of a changelog; {@code rollback} is whether a way back is written down. */
    record ChangeSet(String author, String id, boolean rollback) {}

    /** All domains with a changelog, each after those it requires. */
    static List<Domain> all() throws IOException {
        Map<String, Domain> found = new TreeMap<>();
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            for (Path folder : folders.toList()) {
                Path core = folder.resolve("core/src/main");
                if (Files.exists(core.resolve("resources/db/changelog.yaml"))) {
                    Domain domain = new Domain(declaration(core.resolve("java")), core.resolve("resources"));
                    found.put(domain.module.name(), domain);
                }
            }
        }
        var sorted = new LinkedHashMap<String, Domain>();
        found.values().forEach(domain -> sort(domain, found, sorted));
        return List.copyOf(sorted.values());
    }

    /** The platform's own changelog, which lies beside this one. */
    static Migrator.Files platform() {
        Path folder = ROOT.resolve("liquibase/platform");
        return new Migrator.Files() {
            @Override
            public Set<String> below(String db) {
                return list(folder).stream()
                        .map(file -> db + "/" + file)
                        .collect(Collectors.toCollection(TreeSet::new));
            }

            @Override
            public InputStream open(String path) throws IOException {
                return Files.newInputStream(folder.resolve(path.substring(path.indexOf('/') + 1)));
            }
        };
    }

    private static void sort(Domain domain, Map<String, Domain> all, Map<String, Domain> sorted) {
        for (String required : domain.module.requires()) {
            if (all.containsKey(required) && !sorted.containsKey(required)) {
                sort(all.get(required), all, sorted);
            }
        }
        sorted.put(domain.module.name(), domain);
    }

    private static ModuleDescriptor declaration(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.endsWith("package-info.java")).toList()) {
                String text = Files.readString(file);
                var declared = MODULE.matcher(text);
                if (declared.find()) {
                    Set<String> requires = REQUIRES.matcher(text)
                            .results()
                            .map(m -> m.group(1))
                            .collect(Collectors.toSet());
                    return new ModuleDescriptor(
                            declared.group(1),
                            "1.0.0",
                            declared.group(1),
                            "standard",
                            declared.group(2),
                            requires,
                            Set.of(),
                            Map.of());
                }
            }
        }
        throw new IllegalStateException("There is a changelog, but no @Module in " + sources);
    }

    /** The SQL files in the order of {@code changelog.yaml}. */
    List<String> listed() throws IOException {
        return INCLUDE.matcher(Files.readString(folder.resolve("db/changelog.yaml")))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    /** The SQL files that are there, by name. */
    List<String> present() {
        return below("db").stream().filter(path -> path.endsWith(".sql")).toList();
    }

    /** All change sets, in the order of their files' names. */
    List<ChangeSet> changeSets() throws IOException {
        var found = new ArrayList<ChangeSet>();
        for (String path : present()) {
            String text = Files.readString(folder.resolve(path));
            List<MatchResult> heads = CHANGE_SET.matcher(text).results().toList();
            for (int i = 0; i < heads.size(); i++) {
                int end = i + 1 < heads.size() ? heads.get(i + 1).start() : text.length();
                boolean rollback = text.substring(heads.get(i).start(), end).contains("\n--rollback ");
                found.add(new ChangeSet(heads.get(i).group(1), heads.get(i).group(2), rollback));
            }
        }
        return found;
    }

    @Override
    public Set<String> below(String db) {
        return list(folder.resolve(db)).stream()
                .map(file -> db + "/" + file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(folder.resolve(path));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
