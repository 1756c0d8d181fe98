package io.renoz.users.delegation;

import io.renoz.data.Audited;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import io.renoz.users.api.DelegationScope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody stands in for somebody, for a time. It is kept, so that past stand-ins can be proved. */
@Entity
@Table(schema = "users", name = "user_delegations")
@Audited(type = "user_delegation", parent = "delegatorId", parentType = "user", security = true)
class Delegation extends KeptRecord {

    private static final Duration LONGEST = Duration.ofDays(180);

    UUID delegatorId;
    UUID delegateId;
    Instant startDate;
    Instant endDate;
    DelegationScope scope = DelegationScope.APPROVALS;

    @Nullable
    String reason;

    boolean isActive = true;

    @Nullable
    Instant cancelledAt;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Delegation() {}

    /** USR-16: it ends after it begins, and not later than half a year on. */
    static void checkTime(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null) {
            return;
        }
        if (!start.isBefore(end)) {
            throw Problem.invalid("endDate", "A delegation ends after it begins.");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid("endDate", "A delegation lasts at most " + LONGEST.toDays() + " days.");
        }
    }

    /**
     * Refuses when it is over.
     *
     * @throws Problem {@code invalid-transition}
     */
    void requireOpen(Instant now) {
        if (!isActive) {
            throw Problem.transition("The delegation has been cancelled.");
        }
        if (!now.isBefore(endDate)) {
            throw Problem.transition("The delegation has ended.");
        }
    }

    void cancel(Instant now) {
        requireOpen(now);
        end(now);
    }

    void end(Instant now) {
        isActive = false;
        cancelledAt = now;
    }
}
