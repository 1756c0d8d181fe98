package io.renoz.customers.merge;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down what was merged, and tells of it. */
@Component(service = MergeLog.class)
public final class MergeLog {

    private final Tables tables;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public MergeLog(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.events = events;
        this.clock = clock;
    }

    void write(UUID survivor, Map<UUID, Moved> moved, @Nullable String reason) {
        Instant now = Instant.now(clock);
        UUID by = Call.user().orElse(null);
        moved.forEach((merged, what) -> {
            tables.add(new MergeRecord(survivor, merged, reason, by, now, what));
            events.publish(new DomainEvent(
                    "customers.customer.merged",
                    "customer",
                    survivor,
                    Map.of("mergedCustomerId", merged, "rowsMoved", what.rows())));
        });
    }
}
