package io.renoz.settings.webhook;

import io.renoz.data.Audited;
import io.renoz.data.Json;
import io.renoz.data.Secret;
import io.renoz.data.Sensitive;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.List;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An address outside that wants to hear of events. */
@Entity
@Table(schema = "settings", name = "webhook_subscriptions")
@Audited(type = "webhook_subscription", name = "name")
class Subscription extends TenantRecord {

    String name;
    String targetUrl;
    String[] eventTypes = {};

    @Secret
    String secretEncrypted;

    /** They may hold credentials of the other side. */
    @Sensitive
    @Nullable
    Json customHeaders;

    Boolean isActive;
    int consecutiveFailures;

    @Nullable
    Instant lastDeliveredAt;

    @Nullable
    Instant disabledAt;

    @Nullable
    String disabledReason;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Subscription() {}

    /** What its secret is sealed for. */
    String purpose() {
        return "settings.webhook:" + id();
    }

    /** Nothing more is sent until somebody turns it on again. */
    void switchOff(String reason, Instant now) {
        isActive = false;
        disabledAt = now;
        disabledReason = reason;
    }

    /** One that was turned on by hand begins anew. */
    void settle() {
        if (isActive) {
            disabledAt = null;
            disabledReason = null;
            consecutiveFailures = 0;
        }
    }

    /** Whether patterns, exact names or beginnings followed by {@code .*}, fit the name of an event. */
    static boolean fits(List<String> patterns, String event) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith(".*")
                        ? event.startsWith(pattern.substring(0, pattern.length() - 1))
                        : pattern.equals(event));
    }
}
