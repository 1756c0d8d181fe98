package io.renoz.settings.api;

import io.renoz.data.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Fields that an organization adds to records of other modules, and their values. The caller has made sure that the record
 * exists and may be seen or changed; what the fields themselves allow by role is looked after here. Thread-safe.
 */
@ProviderType
public interface CustomFields {

    /** Active fields of an entity type that the caller may see, in their order. */
    List<CustomFieldDefinition> definitions(String entityType);

    /**
     * Values of many records in one query, by record and name of the field; records and fields without any are left out, and
     * so are fields that the caller may not see.
     */
    Map<UUID, Map<String, Json>> values(String entityType, Collection<UUID> entityIds);

    /**
     * Sets the values of some fields of one record; the JSON value {@code null} clears one. A record that is being created gets
     * the initial values of the fields that are not named.
     *
     * @throws io.renoz.problem.Problem {@code unknown-custom-field}; {@code invalid-custom-field-value}, with every fault at
     *     once, also when a required field is missing; {@code forbidden} when the caller may not change a field
     */
    void apply(String entityType, UUID entityId, Map<String, Json> changes, boolean creating);

    /**
     * Records whose fields have all of these values, whatever the case; at most 10,000. A multiselect field has a value when it
     * has exactly the options asked for.
     *
     * @throws io.renoz.problem.Problem {@code unknown-custom-field} for one that is not filterable, or not to be seen by the
     *     caller; {@code invalid-custom-field-value}
     */
    Set<UUID> matching(String entityType, Map<String, Json> equals);

    /** Removes all values of one record, because it is gone. */
    void removeAll(String entityType, UUID entityId);
}
