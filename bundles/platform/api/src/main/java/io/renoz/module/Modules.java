package io.renoz.module;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The modules deployed on this node, core ones included, whether they run or not. Thread-safe. */
@ProviderType
public interface Modules {

    /** All of them, each after those it requires. */
    Collection<ModuleDescriptor> all();

    /** One by name. */
    Optional<ModuleDescriptor> find(String name);
}
