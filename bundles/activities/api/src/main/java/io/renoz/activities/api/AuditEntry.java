package io.renoz.activities.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something worth remembering about a record. Who did it, in which request and from where, the log knows by itself.
 *
 * @param entityType a type that a module has: {@code customer}
 * @param entityName number or name of the record at this time
 * @param event exact name of what happened, as {@code orders.order.confirmed}
 * @param metadata context: reason, counts, format; JSON values
 * @param security seen only by those who may see security events
 */
public record AuditEntry(
        String module,
        String entityType,
        UUID entityId,
        @Nullable String entityName,
        @Nullable String parentType,
        @Nullable UUID parentId,
        @Nullable UUID customerId,
        Action action,
        @Nullable String event,
        @Nullable String description,
        Changes changes,
        Map<String, Object> metadata,
        @Nullable Source source,
        @Nullable UUID sourceRef,
        boolean security) {

    public AuditEntry {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The least that can be said. */
    public static AuditEntry of(String module, String entityType, UUID entityId, Action action) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                null,
                null,
                null,
                null,
                action,
                null,
                null,
                Changes.none(),
                Map.of(),
                null,
                null,
                false);
    }

    /** The same with the record's name. */
    public AuditEntry named(@Nullable String name) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                name,
                parentType,
                parentId,
                customerId,
                action,
                event,
                description,
                changes,
                metadata,
                source,
                sourceRef,
                security);
    }

    /** The same as part of another record's history too. */
    public AuditEntry partOf(String type, UUID id) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                type,
                id,
                customerId,
                action,
                event,
                description,
                changes,
                metadata,
                source,
                sourceRef,
                security);
    }

    /** The same with the customer concerned. */
    public AuditEntry about(@Nullable UUID customer) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                parentType,
                parentId,
                customer,
                action,
                event,
                description,
                changes,
                metadata,
                source,
                sourceRef,
                security);
    }

    /** The same with the event's exact name and a sentence for people. */
    public AuditEntry telling(String exactEvent, String sentence) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                parentType,
                parentId,
                customerId,
                action,
                exactEvent,
                sentence,
                changes,
                metadata,
                source,
                sourceRef,
                security);
    }

    /** The same with what changed. */
    public AuditEntry changing(Changes what) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                parentType,
                parentId,
                customerId,
                action,
                event,
                description,
                what,
                metadata,
                source,
                sourceRef,
                security);
    }

    /** The same with its context. */
    public AuditEntry with(Map<String, Object> context) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                parentType,
                parentId,
                customerId,
                action,
                event,
                description,
                changes,
                context,
                source,
                sourceRef,
                security);
    }

    /** The same, brought about by something else than the caller's own hand. */
    public AuditEntry from(Source cause, @Nullable UUID ref) {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                parentType,
                parentId,
                customerId,
                action,
                event,
                description,
                changes,
                metadata,
                cause,
                ref,
                security);
    }

    /** The same, for the eyes of those who may see security events. */
    public AuditEntry confidential() {
        return new AuditEntry(
                module,
                entityType,
                entityId,
                entityName,
                parentType,
                parentId,
                customerId,
                action,
                event,
                description,
                changes,
                metadata,
                source,
                sourceRef,
                true);
    }
}
