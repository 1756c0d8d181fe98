package io.renoz.platform.registry.deployed;

import io.renoz.module.ModuleDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Modules in the order of their requirements, core ones first where nothing else decides.
 *
 * @param order each after those it requires; those whose requirements cannot be met come last
 * @param broken why a module can never run as things are, by name
 */
record Requirements(List<ModuleDescriptor> order, Map<String, String> broken) {

    Requirements {
        order = List.copyOf(order);
        broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
    }

    static Requirements of(Collection<ModuleDescriptor> modules) {
        return new Sorter(modules).sort();
    }

    private static final class Sorter {

        private final Map<String, ModuleDescriptor> byName = new TreeMap<>();
        private final Map<String, ModuleDescriptor> done = new LinkedHashMap<>();
        private final Map<String, String> broken = new LinkedHashMap<>();
        private final Deque<String> path = new ArrayDeque<>();

        Sorter(Collection<ModuleDescriptor> modules) {
            modules.forEach(module -> byName.putIfAbsent(module.name(), module));
        }

        Requirements sort() {
            byName.values().stream()
                    .sorted(Comparator.comparing((ModuleDescriptor module) -> !module.core())
                            .thenComparing(ModuleDescriptor::name))
                    .forEach(this::visit);
            var order = new ArrayList<ModuleDescriptor>();
            done.values().stream()
                    .filter(module -> !broken.containsKey(module.name()))
                    .forEach(order::add);
            done.values().stream()
                    .filter(module -> broken.containsKey(module.name()))
                    .forEach(order::add);
            return new Requirements(order, broken);
        }

        private void visit(ModuleDescriptor module) {
            if (done.containsKey(module.name())) {
                return;
            }
            path.addLast(module.name());
            for (String required : module.requires()) {
                ModuleDescriptor other = byName.get(required);
                if (other == null) {
                    broken.putIfAbsent(module.name(), "It requires " + required + ", which is not deployed.");
                } else if (path.contains(required)) {
                    broken.putIfAbsent(
                            module.name(), "Its requirements lead back to itself: " + circle(required) + ".");
                } else {
                    visit(other);
                    if (broken.containsKey(required)) {
                        broken.putIfAbsent(module.name(), "It requires " + required + ", which cannot run.");
                    }
                }
            }
            path.removeLast();
            done.put(module.name(), module);
        }

        private String circle(String from) {
            var names = new ArrayList<>(path);
            return String.join(" -> ", names.subList(names.indexOf(from), names.size())) + " -> " + from;
        }
    }
}
