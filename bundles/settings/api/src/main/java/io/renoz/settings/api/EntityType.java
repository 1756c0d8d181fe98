package io.renoz.settings.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that a module has, as other modules meet it: what custom fields, files, notes and notifications can hang on.
 *
 * @param type unique over all modules, singular and lower case: {@code customer}. The same as in the audit log
 * @param module whose records they are
 * @param label for people, singular: {@code Customer}
 * @param url path of one record with {@code {id}} in it, as {@code /api/v1/customers/customers/{id}}; null when there is none
 * @param capabilities what records of the type take; export and import are added by the platform where the module has a source
 *     or a target for them
 * @param permission needed to read such a record, in full: {@code customers.read}
 */
public record EntityType(
        String type,
        String module,
        String label,
        @Nullable String url,
        Set<Capability> capabilities,
        String permission) {

    /** What records of a type take part in. */
    public enum Capability {
        CUSTOM_FIELDS,
        ATTACHMENTS,
        SEARCH,
        TIMELINE,
        EXPORT,
        IMPORT
    }

    public EntityType {
        EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
        copy.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(copy);
    }

    /** One of a module's, read with {@code <module>.read}, that takes custom fields and files. */
    public static EntityType of(String module, String type, String label, @Nullable String url) {
        return new EntityType(
                type, module, label, url, Set.of(Capability.CUSTOM_FIELDS, Capability.ATTACHMENTS), module + ".read");
    }

    /** The same, taking part in just these. */
    public EntityType with(Capability... some) {
        return new EntityType(type, module, label, url, Set.of(some), permission);
    }

    /** The same, read with another permission, given in full. */
    public EntityType readWith(String other) {
        return new EntityType(type, module, label, url, capabilities, other);
    }

    public boolean takes(Capability capability) {
        return capabilities.contains(capability);
    }

    /** The path of one record, where records have one. */
    public @Nullable String urlOf(UUID id) {
        return url == null ? null : url.replace("{id}", id.toString());
    }
}
