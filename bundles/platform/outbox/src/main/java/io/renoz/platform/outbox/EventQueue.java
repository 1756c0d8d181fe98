package io.renoz.platform.outbox;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.event.DomainEvent;
import io.renoz.kernel.EventSink;
import io.renoz.module.ModuleGate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * PLT-07: writes events and who is to hear of them in the transaction that causes them. Every module's role may insert
 * both, so no change of role is needed.
 */
@Component
public final class EventQueue implements EventSink {

    private static final String EVENT = "insert into platform.event_outbox (organization_id, id, event, module,"
            + " aggregate_type, aggregate_id, payload, occurred_at, request_id, actor_id)"
            + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)";
    private static final String DELIVERY = "insert into platform.event_deliveries"
            + " (organization_id, id, event_id, listener, next_attempt_at) values (?, ?, ?, ?, now())";

    private final Databases databases;
    private final TransactionSynchronizationRegistry transactions;
    private final ModuleGate gate;
    private final Listeners listeners;
    private final Waking worker;
    private final Clock clock;

    @Activate
    public EventQueue(
            @Reference Databases databases,
            @Reference TransactionSynchronizationRegistry transactions,
            @Reference ModuleGate gate,
            @Reference Listeners listeners,
            @Reference Waking worker,
            @Reference Clock clock) {
        this.databases = databases;
        this.transactions = transactions;
        this.gate = gate;
        this.listeners = listeners;
        this.worker = worker;
        this.clock = clock;
    }

    /** An event and the listener it goes to. */
    private record Delivery(UUID event, String listener) {}

    @Override
    public void write(List<DomainEvent> events) {
        List<Listener> hearing =
                listeners.all().stream().filter(l -> gate.isEnabled(l.module())).toList();
        var deliveries = new ArrayList<Delivery>();
        try (Connection connection = databases.shared().getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement(EVENT)) {
                for (DomainEvent event : events) {
                    UUID id = Ids.next();
                    bind(statement, id, event);
                    statement.addBatch();
                    hearing.stream()
                            .filter(listener -> listener.hears(event))
                            .forEach(listener -> deliveries.add(new Delivery(id, listener.name())));
                }
                statement.executeBatch();
            }
            deliver(connection, deliveries);
        } catch (SQLException e) {
            throw new IllegalStateException("The events could not be written", e);
        }
        if (!deliveries.isEmpty()) {
            transactions.registerInterposedSynchronization(new Wake());
        }
    }

    private void bind(PreparedStatement statement, UUID id, DomainEvent event) throws SQLException {
        Call call = Call.current();
        statement.setObject(1, Call.tenant());
        statement.setObject(2, id);
        statement.setString(3, event.name());
        statement.setString(4, event.module());
        statement.setString(5, event.aggregateType());
        statement.setObject(6, event.aggregateId());
        statement.setString(7, Payloads.text(event.payload()));
        statement.setObject(8, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        statement.setObject(9, call.request().id());
        statement.setObject(10, call.actor().id());
    }

    private static void deliver(Connection connection, List<Delivery> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELIVERY)) {
            for (Delivery delivery : deliveries) {
                statement.setObject(1, Call.tenant());
                statement.setObject(2, Ids.next());
                statement.setObject(3, delivery.event());
                statement.setString(4, delivery.listener());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What is not committed cannot be delivered. */
    private final class Wake implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing to do: the events are written already
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                worker.wake();
            }
        }
    }
}
