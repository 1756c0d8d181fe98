package io.renoz.platform.registry.switching;

import io.renoz.module.ModuleDescriptor;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * PLT-06: turns a wish into a plan: a pure function of catalogue, set and wish, in which no order of input matters.
 *
 * <p>What stands in the way is told all at once: the answer is the problem of the first kind met, in the order unknown
 * names, core modules, dependents of what goes, requirements of what comes; its member {@code problems} lists those of
 * every kind.
 */
final class Resolver {

    private final Map<String, ModuleDescriptor> catalogue = new LinkedHashMap<>();

    /** {@code modules} in the order of their requirements. */
    Resolver(Collection<ModuleDescriptor> modules) {
        modules.forEach(module -> catalogue.put(module.name(), module));
    }

    /**
     * @param enabled what is on, core modules aside
     * @throws Problem {@code unknown-module}, {@code core-module}, {@code required-by}, {@code unmet-dependency}
     */
    Plan plan(Set<String> enabled, Set<String> on, Set<String> off) {
        var add = new TreeSet<String>();
        on.stream().filter(name -> !enabled.contains(name) && !core(name)).forEach(add::add);
        var remove = new TreeSet<>(off);
        remove.retainAll(enabled);
        var target = new TreeSet<>(enabled);
        target.addAll(add);
        target.removeAll(remove);

        var obstacles = new Obstacles();
        unknown(enabled, on, off, obstacles);
        off.stream().sorted().filter(this::core).forEach(obstacles::core);
        remove.forEach(name -> dependents(name, target, obstacles));
        unmet(add, target, remove, obstacles);
        obstacles.refuse();
        return new Plan(inOrder(add), reversed(remove));
    }

    /** The names with all that they require, as far as it is deployed. */
    Set<String> closure(Set<String> names) {
        var all = new TreeSet<String>();
        names.forEach(name -> require(name, all));
        return all;
    }

    private void require(String name, Set<String> all) {
        if (all.add(name) && catalogue.containsKey(name)) {
            catalogue.get(name).requires().forEach(required -> require(required, all));
        }
    }

    private boolean core(String name) {
        ModuleDescriptor module = catalogue.get(name);
        return module != null && module.core();
    }

    private void unknown(Set<String> enabled, Set<String> on, Set<String> off, Obstacles obstacles) {
        var unknown = new TreeSet<>(on);
        unknown.addAll(off);
        unknown.removeAll(catalogue.keySet());
        unknown.removeAll(enabled);
        unknown.forEach(name -> obstacles.unknown(name, NearNames.of(name, catalogue.keySet())));
    }

    /** PLT-02. */
    private void dependents(String removed, Set<String> target, Obstacles obstacles) {
        var dependents = target.stream()
                .filter(name -> closure(Set.of(name)).contains(removed))
                .toList();
        if (!dependents.isEmpty()) {
            obstacles.requiredBy(removed, dependents);
        }
    }

    /** PLT-01: what is missing is followed to the end, so that one answer names everything that would have to come along. */
    private void unmet(Set<String> add, Set<String> target, Set<String> remove, Obstacles obstacles) {
        var missing = new HashSet<String>();
        var asking = new ArrayList<>(add);
        for (int i = 0; i < asking.size(); i++) {
            ModuleDescriptor module = catalogue.get(asking.get(i));
            if (module == null) {
                continue;
            }
            for (String needed : module.requires()) {
                if (!target.contains(needed) && !core(needed)) {
                    ModuleDescriptor there = catalogue.get(needed);
                    obstacles.unmet(module.name(), needed, there, remove.contains(needed));
                    if (missing.add(needed)) {
                        asking.add(needed);
                    }
                }
            }
        }
    }

    private List<ModuleDescriptor> inOrder(Set<String> names) {
        return catalogue.values().stream()
                .filter(module -> names.contains(module.name()))
                .toList();
    }

    private List<String> reversed(Set<String> names) {
        var order = new ArrayList<String>();
        names.stream().filter(name -> !catalogue.containsKey(name)).forEach(order::add);
        Collections.reverse(order);
        inOrder(names).forEach(module -> order.add(module.name()));
        Collections.reverse(order);
        return order;
    }
}
