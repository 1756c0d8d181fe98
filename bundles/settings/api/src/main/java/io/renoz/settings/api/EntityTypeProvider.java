package io.renoz.settings.api;

import io.renoz.module.Extension;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The kinds of records a module has; implemented by every module that has any. Types of another module, and names that another
 * module has already, are refused and logged.
 */
@Extension
@ConsumerType
public interface EntityTypeProvider {

    /** All of them; always the same. */
    List<EntityType> list();

    /**
     * What to call one of its records, in the caller's transaction; empty when there is none. Asked only for types of its own,
     * and only when the caller has the type's permission; a rule that hides single records is for the provider to keep.
     */
    Optional<EntityLabel> label(String type, UUID id);
}
