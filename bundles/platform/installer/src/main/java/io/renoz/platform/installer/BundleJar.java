package io.renoz.platform.installer;

import io.renoz.module.ModuleDescriptor;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle that is not installed yet.
 *
 * @param digest of its content, whatever the order and the times of its entries
 */
record BundleJar(Path path, String name, Attributes headers, String digest) {

    private static final Pattern MODULE = Pattern.compile("\\(renoz\\.module=([a-z0-9-]+)\\)");

    /**
     * Reads a jar.
     *
     * @throws Problem {@code descriptor-invalid} when it is no bundle, {@code unreadable-file} when it is too large
     */
    static BundleJar read(Path path, Allowance allowance) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = headers.getValue("Bundle-SymbolicName");
            if (name == null) {
                throw Problem.of(
                        "descriptor-invalid", path.getFileName() + " has no Bundle-SymbolicName in its manifest.");
            }
            return new BundleJar(path, name.split(";", 2)[0].strip(), headers, ContentDigest.of(jar, allowance));
        }
    }

    private List<HeaderClause> clauses(String header) {
        String value = headers.getValue(header);
        return value == null ? List.of() : HeaderClause.parse(value);
    }

    private Stream<HeaderClause> capabilities(String namespace) {
        return clauses("Provide-Capability").stream()
                .filter(clause -> clause.path().equals(namespace));
    }

    /** The module it declares, if it declares one. */
    Optional<ModuleDescriptor> module() {
        return capabilities("renoz.module")
                .findFirst()
                .map(HeaderClause::attributes)
                .map(this::descriptor);
    }

    /** The module it is a part of, if it is a part of one. */
    Optional<String> partOf() {
        return capabilities("renoz.part").findFirst().map(part -> part.attributes()
                .getOrDefault("renoz.part", ""));
    }

    private ModuleDescriptor descriptor(Map<String, String> attributes) {
        String name = attributes.getOrDefault("renoz.module", "");
        return new ModuleDescriptor(
                name,
                attributes.getOrDefault("version", ""),
                attributes.getOrDefault("title", ""),
                attributes.getOrDefault("kind", "extension"),
                attributes.getOrDefault("vendor", ""),
                partners(false),
                partners(true),
                roles(name));
    }

    private Set<String> partners(boolean optional) {
        return clauses("Require-Capability").stream()
                .filter(clause -> clause.path().equals("renoz.module"))
                .filter(clause ->
                        optional == "optional".equals(clause.directives().get("resolution")))
                .map(clause -> MODULE.matcher(clause.directives().getOrDefault("filter", "")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Set<String>> roles(String module) {
        var roles = new LinkedHashMap<String, Set<String>>();
        capabilities("renoz.role")
                .forEach(clause -> roles.put(
                        clause.attributes().getOrDefault("renoz.role", ""),
                        Stream.of(clause.attributes().getOrDefault("grants", "").split(","))
                                .map(permission -> module + "." + permission.strip())
                                .collect(Collectors.toCollection(TreeSet::new))));
        return roles;
    }

    InputStream open() throws IOException {
        return java.nio.file.Files.newInputStream(path);
    }
}
