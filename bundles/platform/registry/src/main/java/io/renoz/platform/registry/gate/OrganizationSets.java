package io.renoz.platform.registry.gate;

import java.util.UUID;

/** The sets of all organizations that were asked for, as this node knows them. Thread-safe. */
public interface OrganizationSets {

    /** The set of an organization; read from the database the first time. */
    ModuleSet of(UUID organization);

    /** From now to the end of this thread's call the gate answers it with the set it is about to have. */
    void foresee(UUID organization, ModuleSet set);

    /** The set is in force, on this node at once. An older one never takes the place of a newer. */
    void replace(UUID organization, ModuleSet set);

    /** The organization's set has that revision now; read anew if what is known here is older. */
    void heard(UUID organization, long revision);

    /** Nothing known so far is to be trusted. */
    void forget();
}
