package io.renoz.users.onboarding;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One thing to do for who is new. */
@Entity
@Table(schema = "users", name = "user_onboarding")
class Step extends TenantRecord {

    UUID userId;
    String stepKey;
    String stepName;
    int sortOrder;
    boolean isCompleted;

    @Nullable
    Instant completedAt;

    @Nullable
    Instant dismissedAt;

    @Nullable
    Json metadata;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Step() {}

    Step(UUID userId, FirstStep step) {
        this.userId = userId;
        stepKey = step.key();
        stepName = step.title();
        sortOrder = step.place();
    }

    /** Twice is once. */
    void complete(Instant now) {
        if (!isCompleted) {
            isCompleted = true;
            completedAt = now;
        }
    }

    /** Twice is once. */
    void dismiss(Instant now) {
        if (dismissedAt == null) {
            dismissedAt = now;
        }
    }

    boolean over() {
        return isCompleted || dismissedAt != null;
    }
}
