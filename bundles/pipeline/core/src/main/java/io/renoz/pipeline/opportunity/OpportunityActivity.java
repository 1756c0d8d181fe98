package io.renoz.pipeline.opportunity;

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

/** Something that was done for a deal, or, with a time it is set for, something still to do. */
@Entity
@Table(schema = "pipeline", name = "opportunity_activities")
class OpportunityActivity extends TenantRecord {

    private static final int TITLE = 80;

    UUID opportunityId;

    OpportunityActivityType type;

    @Nullable
    String subject;

    @Searchable
    String description;

    @Nullable
    String outcome;

    @Nullable
    UUID assignedTo;

    @Nullable
    UUID contactId;

    @Nullable
    Instant scheduledAt;

    @Nullable
    Instant completedAt;

    @Nullable
    String sourceType;

    @Nullable
    UUID sourceId;

    /** Whose it was when it was read. */
    @Transient
    private @Nullable UUID belongsTo;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OpportunityActivity() {}

    @PostLoad
    void loaded() {
        belongsTo = opportunityId;
    }

    void stay() {
        if (!Objects.equals(opportunityId, belongsTo)) {
            throw Problem.invalid("opportunityId", "An activity stays with its opportunity.");
        }
    }

    /**
     * Finishes what was planned, once.
     *
     * @throws Problem {@code invalid-transition} when nothing was planned, or it is done already
     */
    void complete(@Nullable String result, Instant now) {
        if (scheduledAt == null || completedAt != null) {
            throw Problem.transition("Only a planned activity can be completed, and only once.")
                    .with("from", scheduledAt == null ? "logged" : "completed")
                    .with("to", "completed");
        }
        completedAt = now;
        outcome = result == null ? outcome : result;
    }

    /** The subject, or how the description begins. */
    String title() {
        return subject != null ? subject : description.substring(0, Math.min(TITLE, description.length()));
    }
}
