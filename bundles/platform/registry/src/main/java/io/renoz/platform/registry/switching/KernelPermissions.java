package io.renoz.platform.registry.switching;

import io.renoz.module.ModuleDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the kernel itself declares, in the shape in which modules do. */
final class KernelPermissions {

    static final ModuleDescriptor DESCRIPTOR =
            new ModuleDescriptor("modules", "1.0.0", "Modules", "core", "Renoz", Set.of(), Set.of(), roles());

    private KernelPermissions() {}

    private static Map<String, Set<String>> roles() {
        var roles = new LinkedHashMap<String, Set<String>>();
        List.of("finance", "sales", "operations", "field_tech", "support", "viewer")
                .forEach(role -> roles.put(role, Set.of("modules.read")));
        roles.put("admin", Set.of("modules.read", "modules.manage", "modules.purge"));
        return roles;
    }
}
