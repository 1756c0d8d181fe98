package io.renoz.activities.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something worth remembering about a record. Who did it, in which request and from where, the log knows by itself.
 *
 * @param security seen only by those who may see security events
 */
public record AuditEntry(String module, Subject subject, Act act, Cause cause, boolean security) {

    /**
     * The record.
     *
     * @param type one that a module has: {@code customer}
     * @param name number or name at this time
     * @param parent the record whose history shows this, too
     * @param customer the customer concerned
     */
    public record Subject(
            String type,
            UUID id,
            @Nullable String name,
            @Nullable Parent parent,
            @Nullable UUID customer) {}

    /** A record with parts. */
    public record Parent(String type, UUID id) {}

    /**
     * What was done.
     *
     * @param event exact name of what happened, as {@code orders.order.confirmed}
     * @param metadata context: reason, counts, format; JSON values
     */
    public record Act(
            Action action,
            @Nullable String event,
            @Nullable String description,
            Changes changes,
            Map<String, Object> metadata) {
        public Act {
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /** What brought it about, where that is not the caller's own hand; {@code ref} is the mail, the webhook or the import. */
    public record Cause(@Nullable Source source, @Nullable UUID ref) {}

    /** The least that can be said. */
    public static AuditEntry of(String module, String entityType, UUID entityId, Action action) {
        return new AuditEntry(
                module,
                new Subject(entityType, entityId, null, null, null),
                new Act(action, null, null, Changes.none(), Map.of()),
                new Cause(null, null),
                false);
    }

    private AuditEntry of(Subject other) {
        return new AuditEntry(module, other, act, cause, security);
    }

    private AuditEntry of(Act other) {
        return new AuditEntry(module, subject, other, cause, security);
    }

    /** The same with the record's name. */
    public AuditEntry named(@Nullable String name) {
        return of(new Subject(subject.type, subject.id, name, subject.parent, subject.customer));
    }

    /** The same as part of another record's history too. */
    public AuditEntry partOf(String type, UUID id) {
        return of(new Subject(subject.type, subject.id, subject.name, new Parent(type, id), subject.customer));
    }

    /** The same with the customer concerned. */
    public AuditEntry about(@Nullable UUID customer) {
        return of(new Subject(subject.type, subject.id, subject.name, subject.parent, customer));
    }

    /** The same with the event's exact name and a sentence for people. */
    public AuditEntry telling(String exactEvent, String sentence) {
        return of(new Act(act.action, exactEvent, sentence, act.changes, act.metadata));
    }

    /** The same with what changed. */
    public AuditEntry changing(Changes what) {
        return of(new Act(act.action, act.event, act.description, what, act.metadata));
    }

    /** The same with its context. */
    public AuditEntry with(Map<String, Object> context) {
        return of(new Act(act.action, act.event, act.description, act.changes, context));
    }

    /** The same, brought about by something else than the caller's own hand. */
    public AuditEntry from(Source source, @Nullable UUID ref) {
        return new AuditEntry(module, subject, act, new Cause(source, ref), security);
    }

    /** The same, for the eyes of those who may see security events. */
    public AuditEntry confidential() {
        return new AuditEntry(module, subject, act, cause, true);
    }
}
