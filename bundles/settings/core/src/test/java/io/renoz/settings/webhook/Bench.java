package io.renoz.settings.webhook;

import static io.renoz.settings.Workbench.CLOCK;
import static io.renoz.settings.Workbench.DATABASE;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventType;
import io.renoz.event.EventTypes;
import io.renoz.event.Occurrence;
import io.renoz.job.JobScheduler;
import io.renoz.module.Partners;
import io.renoz.settings.webhook.SubscriptionResource.Issued;
import io.renoz.testing.Organization;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.Notifications;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/** All that sends webhooks, in one organization of its own, with hosts that are all this machine. */
final class Bench implements AutoCloseable {

    static final String EVENT = "customers.customer.created";

    final Organization acme = PLATFORM.organization();
    final List<Instant> alarms = new CopyOnWriteArrayList<>();
    final List<NotificationRequest> notified = new CopyOnWriteArrayList<>();
    final Targets targets;
    final Sender sender;
    final Queue queue = new Queue(DATABASE, PLATFORM.secrets());
    final Interests interests = new Interests(DATABASE);
    final Alarm alarm = new Alarm(new Alarms(), PLATFORM.transactions(), CLOCK);
    final Outbound outbound;
    final Subscriptions subscriptions;
    final SubscriptionResource resource;
    final DeliveryResource deliveries;
    final Webhooks webhooks;

    Bench() {
        this(Map.of(Targets.ALLOW_PRIVATE, "true"), host -> here());
    }

    Bench(Map<String, String> environment, Targets.Resolver resolver) {
        this(environment, resolver, trusting());
    }

    private static SSLContext trusting() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Bench(Map<String, String> environment, Targets.Resolver resolver, SSLContext secure) {
        targets = new Targets(environment, resolver);
        sender = new Sender(targets, CLOCK, secure, Duration.ofMillis(700));
        var outcomes = new Outcomes(
                TABLES, PLATFORM.transactions(), queue, alarm, interests, PLATFORM.events(), new Users(), CLOCK);
        outbound = new Outbound(PLATFORM.transactions(), queue, outcomes, sender, alarm, CLOCK);
        subscriptions = new Subscriptions(
                TABLES,
                PLATFORM.transactions(),
                targets,
                new Types(),
                PLATFORM.secrets(),
                sender,
                queue,
                interests,
                CLOCK);
        resource = new SubscriptionResource(TABLES, subscriptions);
        deliveries = new DeliveryResource(TABLES, PLATFORM.transactions(), outbound, alarm, CLOCK);
        webhooks = new Webhooks(PLATFORM.transactions(), interests, queue, outbound, alarm, CLOCK);
    }

    private static InetAddress[] here() {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    /** An alarm clock that only remembers. */
    private final class Alarms implements JobScheduler {

        @Override
        public void runNow(String name) {
            alarms.add(Instant.MIN);
        }

        @Override
        public void runAt(String name, Instant moment) {
            alarms.add(moment);
        }
    }

    private static final class Types implements EventTypes {

        @Override
        public List<EventType> all() {
            return List.of(
                    new EventType(EVENT, "", Map.of()), new EventType("customers.customer.merged", "", Map.of()));
        }
    }

    /** Takes notifications. */
    private final class Users implements Partners {

        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.of(service.cast(Proxy.newProxyInstance(
                    service.getClassLoader(), new Class<?>[] {Notifications.class}, (proxy, method, arguments) -> {
                        notified.add((NotificationRequest) arguments[0]);
                        return 1;
                    })));
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return List.of();
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            return List.of();
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    }

    Issued subscribe(String url, String... events) {
        return acme.call(() -> resource.create(
                        new SubscriptionInput("To " + UUID.randomUUID(), url, List.of(events), null, true))
                .body());
    }

    static Occurrence occurrence() {
        return new Occurrence(
                UUID.randomUUID(),
                Instant.parse("2026-07-31T06:30:00Z"),
                new DomainEvent(EVENT, "customer", UUID.randomUUID(), Map.of("name", "Müller & Sons", "rate", 1.5)));
    }

    /** What the outbox does. */
    Occurrence happen() {
        Occurrence occurrence = occurrence();
        happen(occurrence);
        return occurrence;
    }

    void happen(Occurrence occurrence) {
        acme.run(() -> {
            if (webhooks.wants(occurrence.event())) {
                webhooks.handle(occurrence);
            }
        });
    }

    List<DeliveryResource.View> all() {
        return acme.read(() -> deliveries
                .list(new ListQuery(200, Optional.empty(), Optional.empty(), Map.of(), false))
                .items());
    }

    DeliveryResource.View only() {
        List<DeliveryResource.View> all = all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Waits until as many deliveries stand so. */
    void await(Delivery.Status status, int count) {
        await(() ->
                all().stream().filter(delivery -> delivery.status() == status).count() == count);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Makes everything that waits due, and looks at it. */
    void later() {
        acme.sql(
                "settings",
                "update settings.webhook_deliveries set next_attempt_at = now() - interval '1 second'"
                        + " where organization_id = ? and status in ('failed', 'delivering', 'pending')",
                acme.id());
        outbound.wake(acme.id());
    }

    @Override
    public void close() {
        try {
            outbound.close();
            subscriptions.close();
            sender.close();
            targets.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static InetAddress[] addresses(String literal) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(literal)};
    }
}
