package io.renoz.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of every change of an organization's set of modules, inside its transaction: for core modules that keep something
 * for each module, such as the permissions of built-in roles.
 */
@Extension
@ConsumerType
public interface ModuleChanges {

    /** A module goes on for the current organization; {@code first} when it has never been on before. */
    void enabled(ModuleDescriptor module, boolean first);
}
