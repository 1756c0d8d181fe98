package io.renoz.platform.registry.switching;

import io.renoz.module.ModuleDescriptor;
import java.util.List;

/**
 * What a wish comes down to.
 *
 * @param add each after those it requires
 * @param remove names, each before those it requires
 */
record Plan(List<ModuleDescriptor> add, List<String> remove) {

    Plan {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    boolean isEmpty() {
        return add.isEmpty() && remove.isEmpty();
    }

    List<String> added() {
        return add.stream().map(ModuleDescriptor::name).toList();
    }
}
