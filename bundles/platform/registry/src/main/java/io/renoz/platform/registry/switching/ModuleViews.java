package io.renoz.platform.registry.switching;

import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The catalogue as one organization sees it: what is deployed, and what it has on that is not. */
final class ModuleViews {

    private final Map<String, ModuleDescriptor> deployed = new TreeMap<>();
    private final Map<String, ModuleState> states = new HashMap<>();
    private final Map<String, SetRows.Row> rows;

    ModuleViews(Modules modules, ModuleStates states, Map<String, SetRows.Row> rows) {
        modules.all().forEach(module -> deployed.put(module.name(), module));
        states.all().forEach(state -> this.states.put(state.module(), state));
        this.rows = rows;
    }

    /** In the order of their names. */
    List<ModuleView> all() {
        var names = new TreeSet<>(deployed.keySet());
        rows.values().stream().filter(SetRows.Row::on).map(SetRows.Row::module).forEach(names::add);
        return names.stream().map(this::view).toList();
    }

    /** One that is deployed, or that the organization has or had on. */
    Optional<ModuleView> find(String name) {
        return deployed.containsKey(name) || rows.containsKey(name) ? Optional.of(view(name)) : Optional.empty();
    }

    private ModuleView view(String name) {
        ModuleDescriptor module = deployed.getOrDefault(name, missing(name));
        SetRows.Row row = rows.get(name);
        boolean on = module.core() || (row != null && row.on());
        String obstacle = on ? obstacle(name) : null;
        return new ModuleView(
                name,
                module.title(),
                module.kind(),
                module.vendor(),
                module.version(),
                state(row, on, obstacle),
                on ? "enabled" : "disabled",
                obstacle,
                row == null ? null : row.since(),
                row == null ? null : row.changedBy(),
                row == null ? null : row.reason(),
                List.copyOf(module.requires()),
                List.copyOf(module.uses()),
                requiredBy(name),
                List.copyOf(module.permissions()));
    }

    private static String state(SetRows.@Nullable Row row, boolean on, @Nullable String obstacle) {
        if (on) {
            return obstacle == null ? "enabled" : "suspended";
        }
        return row == null ? "available" : "disabled";
    }

    /** PLT-05: why a module that is on does not serve, if it does not. */
    private @Nullable String obstacle(String name) {
        ModuleState state = states.get(name);
        if (state == null) {
            return "It is not deployed on this node.";
        }
        return state.state().equals("active") ? null : state.reason();
    }

    private List<String> requiredBy(String name) {
        Collection<String> names = new ArrayList<>();
        deployed.values().stream()
                .filter(other -> other.requires().contains(name))
                .map(ModuleDescriptor::name)
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static ModuleDescriptor missing(String name) {
        return new ModuleDescriptor(name, "0", name, "extension", "", Set.of(), Set.of(), Map.of());
    }
}
