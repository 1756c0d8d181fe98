package io.renoz.module;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a deployed module declares of itself.
 *
 * @param roles permissions by built-in role, each in full ({@code customers.read})
 */
public record ModuleDescriptor(
        String name,
        String version,
        String title,
        String kind,
        String vendor,
        Set<String> requires,
        Set<String> uses,
        Map<String, Set<String>> roles) {

    public ModuleDescriptor {
        requires = Collections.unmodifiableSet(new TreeSet<>(requires));
        uses = Collections.unmodifiableSet(new TreeSet<>(uses));
        var copy = new LinkedHashMap<String, Set<String>>();
        roles.forEach(
                (role, permissions) -> copy.put(role, Collections.unmodifiableSet(new LinkedHashSet<>(permissions))));
        roles = Collections.unmodifiableMap(copy);
    }

    /** Whether every organization has it, always. */
    public boolean core() {
        return kind.equals("core");
    }

    /** Its PostgreSQL schema. */
    public String schema() {
        return name.replace('-', '_');
    }

    /** All permissions it declares. */
    public Set<String> permissions() {
        var all = new TreeSet<String>();
        roles.values().forEach(all::addAll);
        return all;
    }
}
