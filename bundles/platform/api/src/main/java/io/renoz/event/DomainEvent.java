package io.renoz.event;

import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to a record.
 *
 * @param name {@code <domain>.<thing>.<happening>}, as {@code customers.customer.merged}
 * @param aggregateType entity type of the record
 * @param aggregateId the record; events of one record are delivered in order
 * @param payload JSON values (text, numbers, booleans, lists, maps, UUIDs, times); no secrets
 */
public record DomainEvent(String name, String aggregateType, UUID aggregateId, Map<String, Object> payload) {

    public DomainEvent {
        payload = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(payload));
    }

    /** The module that publishes it. */
    public String module() {
        return name.substring(0, name.indexOf('.'));
    }
}
