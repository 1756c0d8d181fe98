package io.renoz.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds the services of other modules where a plain reference would say too much: optional partners, and the many
 * implementations of an {@link Extension} interface.
 *
 * <p>What it hands out takes part in the caller's transaction, survives the replacement of its provider, and may be kept
 * no longer than that transaction. Thread-safe.
 */
@ProviderType
public interface Partners {

    /** The service of a module that this one {@link Uses}, when that module is there and on for the organization. */
    <T> Optional<T> find(Class<T> service);

    /** Implementations in the modules that are on for the organization, in the order of the modules' names. */
    <T> List<Partner<T>> enabled(Class<T> extension);

    /** Implementations in every module that is deployed, on or off: for what must hold for data that is kept. */
    <T> List<Partner<T>> deployed(Class<T> extension);

    /** Modules that own a schema here but are not running at this moment; their implementations cannot be asked. */
    Set<String> absent();

    /** An implementation and the module it belongs to. */
    record Partner<T>(String module, T service) {}
}
