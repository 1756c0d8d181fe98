package io.renoz.settings.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The kinds of records there are in the modules that are on for the current organization. Thread-safe. */
@ProviderType
public interface EntityTypes {

    /** All of them, by module and type. */
    List<EntityType> all();

    /** The type of that name, while its module is on. */
    Optional<EntityType> find(String type);

    /**
     * The type of that name.
     *
     * @throws io.renoz.problem.Problem {@code unknown-entity-type}
     */
    EntityType require(String type);

    /**
     * What to call a record, for the current caller: empty when there is no such record, when its module is off, and when the
     * caller may not read it. So this also answers whether a caller may see what hangs on a record.
     */
    Optional<EntityLabel> describe(String type, UUID id);
}
