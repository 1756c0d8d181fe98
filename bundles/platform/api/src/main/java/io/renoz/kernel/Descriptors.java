package io.renoz.kernel;

import io.renoz.module.ModuleDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;

/** Reads module descriptors from the capabilities and requirements of bundles. */
public final class Descriptors {

    private static final String MODULE = "renoz.module";
    private static final String PART = "renoz.part";
    private static final String ROLE = "renoz.role";
    private static final Pattern NAMED = Pattern.compile("\\(renoz\\.module=([a-z0-9-]+)\\)");

    private Descriptors() {}

    /** The module a bundle ships, if it ships one. */
    public static Optional<ModuleDescriptor> of(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? Optional.empty()
                : revision.getDeclaredCapabilities(MODULE).stream()
                        .findFirst()
                        .map(capability -> descriptor(revision, capability.getAttributes()));
    }

    /** The name of the module a bundle ships, if it ships one. */
    public static Optional<String> nameOf(Bundle bundle) {
        return named(bundle, MODULE);
    }

    /** The name of the module whose services a bundle offers: the one it ships, or the one it is a part of. */
    public static Optional<String> ownerOf(Bundle bundle) {
        return nameOf(bundle).or(() -> named(bundle, PART));
    }

    private static Optional<String> named(Bundle bundle, String namespace) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? Optional.empty()
                : revision.getDeclaredCapabilities(namespace).stream()
                        .findFirst()
                        .map(capability -> text(capability.getAttributes(), namespace, ""));
    }

    private static ModuleDescriptor descriptor(BundleRevision revision, Map<String, Object> attributes) {
        String name = text(attributes, MODULE, "");
        return new ModuleDescriptor(
                name,
                text(attributes, "version", "0"),
                text(attributes, "title", name),
                text(attributes, "kind", "extension"),
                text(attributes, "vendor", ""),
                named(revision, false),
                named(revision, true),
                roles(revision, name));
    }

    private static String text(Map<String, Object> attributes, String key, String absent) {
        return String.valueOf(attributes.getOrDefault(key, absent));
    }

    private static Set<String> named(BundleRevision revision, boolean optional) {
        return revision.getDeclaredRequirements(MODULE).stream()
                .filter(r -> optional == "optional".equals(r.getDirectives().get("resolution")))
                .map(r -> NAMED.matcher(String.valueOf(r.getDirectives().get("filter"))))
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> roles(BundleRevision revision, String module) {
        var roles = new LinkedHashMap<String, Set<String>>();
        revision.getDeclaredCapabilities(ROLE)
                .forEach(capability -> roles.put(
                        text(capability.getAttributes(), ROLE, ""),
                        strings(capability.getAttributes().getOrDefault("grants", List.of()))
                                .map(permission -> module + "." + permission)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return roles;
    }

    private static Stream<String> strings(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of(String.valueOf(value));
    }
}
