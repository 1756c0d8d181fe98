package io.renoz.platform.registry;

import io.renoz.kernel.ModuleStates;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.platform.registry.deployed.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;

/** A small catalogue: settings is core; orders needs customers, warranty needs orders; tools needs nothing. */
public final class Catalogue implements Modules, Deployment {

    private final Map<String, ModuleDescriptor> modules = new LinkedHashMap<>();
    private final Map<String, String> down = new LinkedHashMap<>();

    public Catalogue() {
        add(module("settings", "core"));
        add(module("customers", "standard"));
        add(module("orders", "standard", "customers"));
        add(module("tools", "extension"));
        add(module("warranty", "standard", "orders", "settings"));
    }

    public static ModuleDescriptor module(String name, String kind, String... requires) {
        return new ModuleDescriptor(
                name,
                "1.2.0",
                name.toUpperCase(Locale.ROOT),
                kind,
                "Renoz",
                Set.of(requires),
                Set.of(),
                Map.of("sales", Set.of(name + ".read")));
    }

    public void add(ModuleDescriptor module) {
        modules.put(module.name(), module);
    }

    public void remove(String name) {
        modules.remove(name);
    }

    /** From now on the module does not run. */
    public void fail(String name, String reason) {
        down.put(name, reason);
    }

    public ModuleStates states() {
        return new ModuleStates() {
            @Override
            public List<ModuleState> all() {
                return modules.values().stream()
                        .map(module -> new ModuleState(
                                module.name(),
                                module.version(),
                                down.containsKey(module.name()) ? "failed" : "active",
                                down.getOrDefault(module.name(), "")))
                        .toList();
            }

            @Override
            public boolean settled() {
                return true;
            }
        };
    }

    @Override
    public List<ModuleDescriptor> all() {
        return List.copyOf(modules.values());
    }

    @Override
    public Optional<ModuleDescriptor> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    @Override
    public String epoch() {
        return "e" + modules.keySet().hashCode();
    }

    @Override
    public Map<String, Bundle> bundles() {
        return Map.of();
    }
}
