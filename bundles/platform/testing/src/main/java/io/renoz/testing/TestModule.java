package io.renoz.testing;

import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module on the class path of the test, found by the manifest of its bundle. */
record TestModule(ModuleDescriptor descriptor, URL base) implements Migrator.Files {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern CAPABILITY = Pattern.compile("renoz\\.module;([^,]*)");
    private static final Pattern REQUIREMENT =
            Pattern.compile("renoz\\.module;(?:[^,]*;)?filter:=\"\\(renoz\\.module=([a-z0-9-]+)\\)\"([^,]*)");

    /** All modules on the class path, each after those it requires. */
    static List<TestModule> all() throws IOException {
        Map<String, TestModule> byName = new LinkedHashMap<>();
        for (URL url : Collections.list(TestModule.class.getClassLoader().getResources(MANIFEST))) {
            of(url).ifPresent(module -> byName.putIfAbsent(module.descriptor().name(), module));
        }
        var sorted = new ArrayList<TestModule>();
        byName.values().forEach(module -> append(module, byName, sorted, new HashSet<>()));
        return sorted;
    }

    private static void append(
            TestModule module, Map<String, TestModule> byName, List<TestModule> sorted, Set<String> seen) {
        if (!sorted.contains(module) && seen.add(module.descriptor().name())) {
            module.descriptor().requires().stream()
                    .map(byName::get)
                    .flatMap(Stream::ofNullable)
                    .forEach(required -> append(required, byName, sorted, seen));
            sorted.add(module);
        }
    }

    private static Optional<TestModule> of(URL url) throws IOException {
        Manifest manifest;
        try (InputStream in = url.openStream()) {
            manifest = new Manifest(in);
        }
        String provided = header(manifest, "Provide-Capability");
        Matcher capability = CAPABILITY.matcher(provided);
        if (!capability.find()) {
            return Optional.empty();
        }
        String attributes = capability.group(1);
        URL base = URI.create(url.toString().substring(0, url.toString().length() - MANIFEST.length()))
                .toURL();
        return Optional.of(new TestModule(descriptor(attributes, header(manifest, "Require-Capability")), base));
    }

    private static ModuleDescriptor descriptor(String attributes, String required) {
        var requires = new TreeSet<String>();
        var uses = new TreeSet<String>();
        Matcher requirement = REQUIREMENT.matcher(required);
        while (requirement.find()) {
            (requirement.group(2).contains("optional") ? uses : requires).add(requirement.group(1));
        }
        String name = attribute(attributes, "renoz.module");
        return new ModuleDescriptor(
                name,
                attribute(attributes, "version:Version"),
                attribute(attributes, "title"),
                attribute(attributes, "kind"),
                attribute(attributes, "vendor"),
                requires,
                uses,
                Map.of());
    }

    private static String header(Manifest manifest, String name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile("(?:^|;)" + Pattern.quote(name) + "=\"?([^;\"]*)\"?")
                .matcher(attributes);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public Set<String> below(String folder) {
        try {
            return base.getProtocol().equals("jar") ? inJar(folder) : inFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> inJar(String folder) throws IOException {
        var connection = (JarURLConnection) base.openConnection();
        return connection.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(folder + "/") && !name.endsWith("/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> inFolder(String folder) throws IOException {
        Path root = Path.of(URI.create(base.toString()));
        if (!Files.isDirectory(root.resolve(folder))) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        return URI.create(base + path).toURL().openStream();
    }
}
