package io.renoz.platform.registry.gate;

import java.util.Set;

/**
 * What one organization has switched on.
 *
 * @param revision 0 as long as nothing was ever switched
 * @param modules names, without the core modules that everybody has
 */
public record ModuleSet(long revision, Set<String> modules) {

    /** Of an organization that has switched nothing. */
    public static final ModuleSet NONE = new ModuleSet(0, Set.of());

    public ModuleSet {
        modules = Set.copyOf(modules);
    }
}
