package io.renoz.kernel;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Switches modules where no caller of the API does it. Thread-safe. */
@ProviderType
public interface ModuleSets {

    /**
     * Turns modules on for the current organization, inside its running transaction, with all that they require; what is on
     * stays as it is. Everything that belongs to switching happens: hooks, permissions, history, audit, events.
     *
     * @param reason for the history, at most 500 characters
     * @throws io.renoz.problem.Problem {@code unknown-module}, {@code unmet-dependency} when a required module is not
     *     deployed, {@code module-suspended} when one does not run here, {@code vetoed}, {@code job-running}
     */
    void enable(Set<String> modules, Cause cause, String reason);

    /** Why a set changes; the lower case of the name is what the database keeps. */
    enum Cause {
        ADMIN,
        OPERATOR,
        CASCADE,
        RESTORE,
        PROVISIONING
    }
}
