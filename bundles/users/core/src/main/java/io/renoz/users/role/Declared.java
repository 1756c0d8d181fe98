package io.renoz.users.role;

import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The permissions that modules declare, and the kernel's own for switching modules. */
@Component(service = Declared.class)
public final class Declared {

    private static final Set<String> LOOKING = Set.of("modules.read");
    private static final ModuleDescriptor KERNEL = new ModuleDescriptor(
            "modules",
            "1.0.0",
            "Modules",
            "core",
            "Renoz",
            Set.of(),
            Set.of(),
            Map.of(
                    "admin", Set.of("modules.read", "modules.manage", "modules.purge"),
                    "sales", LOOKING,
                    "finance", LOOKING,
                    "operations", LOOKING,
                    "field_tech", LOOKING,
                    "support", LOOKING,
                    "viewer", LOOKING));

    private final Modules modules;
    private final ModuleGate gate;

    @Activate
    public Declared(@Reference Modules modules, @Reference ModuleGate gate) {
        this.modules = modules;
        this.gate = gate;
    }

    private List<ModuleDescriptor> modules(Predicate<ModuleDescriptor> which) {
        var all = new ArrayList<ModuleDescriptor>();
        all.add(KERNEL);
        modules.all().stream().filter(which).forEach(all::add);
        return all;
    }

    /** Modules that are on for the current organization. */
    List<ModuleDescriptor> enabled() {
        return modules(module -> module.core() || gate.isEnabled(module.name()));
    }

    /** Every permission of every deployed module. */
    public Set<String> everywhere() {
        return permissions(modules(module -> true));
    }

    /** Every permission of every module that is on. */
    public Set<String> here() {
        return permissions(enabled());
    }

    /** What a role starts with in the core modules. */
    Set<String> defaultsInCore(String role) {
        return defaults(modules(ModuleDescriptor::core), role);
    }

    /** What a role starts with in all modules that are on. */
    Set<String> defaultsHere(String role) {
        return defaults(enabled(), role);
    }

    private static Set<String> defaults(List<ModuleDescriptor> modules, String role) {
        var defaults = new TreeSet<String>();
        modules.forEach(module -> defaults.addAll(module.roles().getOrDefault(role, Set.of())));
        return defaults;
    }

    private static Set<String> permissions(List<ModuleDescriptor> modules) {
        var permissions = new TreeSet<String>();
        modules.forEach(module -> permissions.addAll(module.permissions()));
        return permissions;
    }
}
