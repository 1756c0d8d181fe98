package io.renoz.kernel;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How each deployed module stands on this node, from its {@link ChainLink}s. Thread-safe. */
@ProviderType
public interface ModuleStates {

    /** All deployed modules, each after those it requires. */
    List<ModuleState> all();

    /** Whether every deployed module has settled: it serves, or has failed for good. */
    boolean settled();

    /**
     * How one module stands.
     *
     * @param state {@code active}, {@code starting} or {@code failed}
     * @param reason the first missing link in a sentence; empty when active
     */
    record ModuleState(String module, String version, String state, String reason) {}
}
