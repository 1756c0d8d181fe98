package io.renoz.settings.webhook;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One event on its way to one subscription. */
@Entity
@Table(schema = "settings", name = "webhook_deliveries")
class Delivery extends TenantRecord {

    /** Where a delivery stands. */
    public enum Status {
        PENDING,
        /** Somebody has it in hand until the time of its next attempt. */
        DELIVERING,
        DELIVERED,
        FAILED,
        ABANDONED
    }

    UUID webhookSubscriptionId;
    UUID eventId;
    String eventType;
    Json payload;
    Status status;
    int attemptCount;

    @Nullable
    Instant nextAttemptAt;

    @Nullable
    Integer responseStatus;

    @Nullable
    String responseExcerpt;

    @Nullable
    Integer durationMs;

    @Nullable
    String lastError;

    @Nullable
    Instant deliveredAt;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Delivery() {}

    /** As if somebody had it in hand until now: it is taken at once, and has one attempt left at least. */
    void again(Instant now) {
        status = Status.DELIVERING;
        nextAttemptAt = now;
        attemptCount = Math.min(attemptCount, Retries.MOST - 1);
    }

    boolean underWay() {
        return status == Status.PENDING || status == Status.DELIVERING;
    }
}
