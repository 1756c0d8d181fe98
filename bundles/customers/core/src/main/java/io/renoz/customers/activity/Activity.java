package io.renoz.customers.activity;

import io.renoz.customers.api.ActivityDirection;
import io.renoz.customers.api.ActivityType;
import io.renoz.customers.api.NewActivity;
import io.renoz.data.Json;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Something that passed between us and a customer, or, with a time it is set for, something still to do. */
@Entity
@Table(schema = "customers", name = "customer_activities")
class Activity extends TenantRecord {

    UUID customerId;

    @Nullable
    UUID contactId;

    ActivityType activityType;

    @Nullable
    ActivityDirection direction;

    @Searchable
    @Nullable
    String subject;

    @Searchable
    String description;

    @Nullable
    String outcome;

    @Nullable
    Integer durationMinutes;

    @Nullable
    Instant scheduledAt;

    @Nullable
    Instant completedAt;

    @Nullable
    UUID assignedTo;

    boolean isPinned;

    @Nullable
    String sourceType;

    @Nullable
    UUID sourceId;

    @Nullable
    Json metadata;

    /** Whose it was when it was read. */
    @Transient
    private @Nullable UUID belongsTo;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Activity() {}

    /** What another module tells. */
    Activity(UUID customerId, NewActivity told) {
        this.customerId = customerId;
        this.contactId = told.contactId();
        this.activityType = told.type();
        this.direction = told.direction();
        this.subject = told.subject();
        this.description = told.description();
        this.sourceType = told.source().type();
        this.sourceId = told.source().id();
    }

    @PostLoad
    void loaded() {
        belongsTo = customerId;
    }

    void stay() {
        if (!Objects.equals(customerId, belongsTo)) {
            throw Problem.invalid("customerId", "An activity stays with its customer.");
        }
    }

    /** Whether it is still to be done. */
    boolean planned() {
        return scheduledAt != null && completedAt == null;
    }

    /**
     * Finishes what was planned, once.
     *
     * @throws Problem {@code invalid-transition} when nothing was planned, or it is done already
     */
    void complete(@Nullable String result, @Nullable Integer minutes, Instant now) {
        if (!planned()) {
            throw Problem.transition("Only a planned activity can be completed, and only once.");
        }
        completedAt = now;
        outcome = result == null ? outcome : result;
        durationMinutes = minutes == null ? durationMinutes : minutes;
    }

    void assignTo(UUID user) {
        assignedTo = user;
    }

    /** The subject, or how the description begins. */
    String title() {
        return subject != null ? subject : description.substring(0, Math.min(80, description.length()));
    }
}
