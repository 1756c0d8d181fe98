package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.event.Occurrence;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears of every event, and lines up what subscriptions want to be told. */
@Component
public final class Webhooks implements EventListener {

    private final Transactions transactions;
    private final Interests interests;
    private final Queue queue;
    private final Outbound outbound;
    private final Alarm alarm;
    private final Clock clock;

    @Activate
    public Webhooks(
            @Reference Transactions transactions,
            @Reference Interests interests,
            @Reference Queue queue,
            @Reference Outbound outbound,
            @Reference Alarm alarm,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.interests = interests;
        this.queue = queue;
        this.outbound = outbound;
        this.alarm = alarm;
        this.clock = clock;
    }

    @Override
    public Set<String> events() {
        return Set.of("*");
    }

    @Override
    public boolean wants(DomainEvent event) {
        return interests.in(event.name());
    }

    @Override
    public void handle(DomainEvent event) {
        throw new IllegalStateException("Without its id an event cannot be told from another.");
    }

    /** SET-23: sent after this has committed; the alarm is for the case that this node dies before. */
    @Override
    public void handle(Occurrence occurrence) {
        if (queue.add(occurrence) > 0) {
            UUID organization = Call.tenant();
            alarm.set(clock.instant().plus(Queue.LEASE));
            transactions.afterCommit(() -> outbound.wake(organization));
        }
    }
}
