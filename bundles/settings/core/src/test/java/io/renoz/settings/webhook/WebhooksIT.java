package io.renoz.settings.webhook;

import static io.renoz.settings.Workbench.CLOCK;
import static io.renoz.settings.Workbench.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Patch;
import io.renoz.event.DomainEvent;
import io.renoz.event.Occurrence;
import io.renoz.problem.Problem;
import io.renoz.settings.webhook.Delivery.Status;
import io.renoz.settings.webhook.SubscriptionResource.Issued;
import io.renoz.settings.webhook.SubscriptionResource.View;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhooksIT {

    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static SubscriptionInput input(String url, Boolean active, String... events) {
        return new SubscriptionInput("Hook", url, List.of(events), null, active);
    }

    @Test
    @DisplayName("SET-23: a request carries the event's id and type, and a signature that the secret verifies")
    void tellsWhatHappened() {
        try (Receiver receiver = Receiver.answering(200, "thanks")) {
            Issued issued = bench.subscribe(receiver.url(), Bench.EVENT);
            Occurrence happened = bench.happen();
            bench.await(Status.DELIVERED, 1);

            Receiver.Told told = receiver.told.get(0);
            assertThat(told.path()).isEqualTo("/in?x=1");
            assertThat(told.headers())
                    .containsEntry("host", "hook.example:" + receiver.port())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("x-renoz-event-id", happened.id().toString())
                    .containsEntry("x-renoz-event-type", Bench.EVENT);
            String signature = told.headers().getOrDefault("x-renoz-signature", "");
            Instant signed = Instant.ofEpochSecond(Long.parseLong(signature.substring(2, signature.indexOf(','))));
            assertThat(new SigningSecret(issued.secret(), Optional.empty(), Instant.EPOCH)
                            .signature(signed, told.body().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(signature);
            assertThat(told.body())
                    .contains(
                            "\"id\": \"" + happened.id() + "\"",
                            "Müller & Sons",
                            "\"occurredAt\": \"2026-07-31T06:30:00Z\"");
            DeliveryResource.View delivery = bench.only();
            assertThat(delivery.attemptCount()).isEqualTo(1);
            assertThat(delivery.responseStatus()).isEqualTo(200);
            assertThat(delivery.responseExcerpt()).isEqualTo("thanks");
            assertThat(delivery.nextAttemptAt()).isNull();
            View subscription = bench.acme.read(() -> bench.resource.get(issued.id()));
            assertThat(subscription.lastDeliveredAt()).isNotNull();
            assertThat(subscription.version()).isEqualTo(issued.version());
        }
    }

    @Test
    @DisplayName("SET-23: an event that is handed over twice is one delivery, and what nobody wants is none")
    void linesUpOnce() {
        try (Receiver receiver = Receiver.answering(204, "")) {
            assertThat(bench.acme.read(
                            () -> bench.webhooks.wants(Bench.occurrence().event())))
                    .isFalse();
            bench.subscribe(receiver.url(), "customers.customer.merged");
            bench.happen();
            assertThat(bench.all()).isEmpty();

            bench.subscribe(receiver.url(), "customers.*");
            Occurrence happened = bench.happen();
            bench.happen(happened);
            bench.await(Status.DELIVERED, 1);
            assertThat(receiver.told).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "SET-23: attempts follow after 1, 5 and 30 minutes, 2, 6, 12 and 24 hours; the eighth failure abandons the event")
    void triesAgain() {
        try (Receiver receiver = Receiver.answering(500, "broken")) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            List<Duration> pauses = List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24));
            for (int attempt = 1; attempt <= 7; attempt++) {
                int now = attempt;
                Bench.await(
                        () -> bench.only().attemptCount() == now && bench.only().status() == Status.FAILED);
                DeliveryResource.View failed = bench.only();
                assertThat(Duration.between(CLOCK.instant(), failed.nextAttemptAt()))
                        .isCloseTo(pauses.get(attempt - 1), Duration.ofSeconds(20));
                assertThat(failed.responseStatus()).isEqualTo(500);
                assertThat(failed.lastError()).contains("500");
                Instant next = failed.nextAttemptAt();
                assertThat(bench.alarms).anySatisfy(alarm -> assertThat(Duration.between(next, alarm))
                        .isBetween(Duration.ZERO, Duration.ofSeconds(6)));
                bench.later();
            }
            bench.await(Status.ABANDONED, 1);
            bench.later();
            assertThat(receiver.told).hasSize(8);
            assertThat(bench.only().attemptCount()).isEqualTo(8);
        }
    }

    @Test
    @DisplayName("SET-23: twenty abandoned events in a row switch the subscription off and notify the admins")
    void givesUp() {
        try (Receiver receiver = Receiver.answering(503, "")) {
            Issued issued = bench.subscribe(receiver.url(), Bench.EVENT);
            for (int i = 0; i < 20; i++) {
                assertThat(bench.notified).isEmpty();
                bench.happen();
                bench.await(Status.FAILED, 1);
                bench.acme.sql(
                        "settings",
                        "update settings.webhook_deliveries set attempt_count = 7 where organization_id = ? and status = 'failed'",
                        bench.acme.id());
                bench.later();
                bench.await(Status.ABANDONED, i + 1);
            }

            View off = bench.acme.read(() -> bench.resource.get(issued.id()));
            assertThat(off.isActive()).isFalse();
            assertThat(off.consecutiveFailures()).isEqualTo(20);
            assertThat(off.disabledReason()).contains("20 events", "503");
            assertThat(bench.notified).hasSize(1);
            assertThat(bench.notified.get(0).permissions()).containsExactly("settings.webhooks");
            assertThat(PLATFORM.published().stream()
                            .filter(event -> event.aggregateId().equals(issued.id()))
                            .map(DomainEvent::name))
                    .containsExactly("settings.webhook.disabled");
            bench.happen();
            assertThat(bench.all()).hasSize(20);
            UUID first = bench.all().get(0).id();
            assertRefused("invalid-transition", () -> bench.acme.call(() -> bench.deliveries.redeliver(first)));
            View on = bench.acme
                    .ifMatch(off.version())
                    .call(() ->
                            bench.resource.update(issued.id(), Patch.whole(input(receiver.url(), true, Bench.EVENT))));
            assertThat(on.disabledAt()).isNull();
            assertThat(on.consecutiveFailures()).isZero();
        }
    }

    @Test
    @DisplayName("SET-23: a success in between begins the count of abandoned events anew")
    void forgives() {
        var status = new AtomicInteger(500);
        try (Receiver receiver = new Receiver(exchange -> Receiver.answer(exchange, status.get(), ""))) {
            Issued issued = bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.FAILED, 1);
            bench.acme.sql(
                    "settings",
                    "update settings.webhook_deliveries set attempt_count = 7 where organization_id = ?",
                    bench.acme.id());
            bench.later();
            bench.await(Status.ABANDONED, 1);
            assertThat(bench.acme.read(() -> bench.resource.get(issued.id())).consecutiveFailures())
                    .isEqualTo(1);
            status.set(200);
            bench.happen();
            bench.await(Status.DELIVERED, 1);

            assertThat(bench.acme.read(() -> bench.resource.get(issued.id())).consecutiveFailures())
                    .isZero();
        }
    }

    @Test
    @DisplayName("SET-23: redirects are not followed")
    void followsNoRedirect() {
        try (Receiver inside = Receiver.answering(200, "secret");
                Receiver receiver = new Receiver(exchange -> {
                    exchange.getResponseHeaders().add("Location", inside.url());
                    Receiver.answer(exchange, 302, "");
                })) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.FAILED, 1);

            assertThat(bench.only().responseStatus()).isEqualTo(302);
            assertThat(inside.told).isEmpty();
        }
    }

    @Test
    @DisplayName("SET-23: what does not answer in time has failed, also when it trickles")
    void doesNotWaitForever() {
        var proceed = new CompletableFuture<Boolean>();
        try (Receiver receiver =
                new Receiver(exchange -> proceed.orTimeout(5, TimeUnit.SECONDS).join())) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.FAILED, 1);
            proceed.complete(true);

            assertThat(bench.only().lastError()).contains("No answer within");
            assertThat(bench.only().responseStatus()).isNull();
        }
    }

    @Test
    @DisplayName("SET-23: no more than the beginning of an answer is kept")
    void keepsTheBeginning() {
        try (Receiver receiver = Receiver.answering(200, "ä\0".repeat(50_000))) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.DELIVERED, 1);

            assertThat(bench.only().responseExcerpt()).isEqualTo("ä".repeat(1_000));
        }
    }

    @Test
    @DisplayName("SET-23: the address is checked again at every attempt, and the one that was checked is connected to")
    void isNotFooledByChangingNames() throws Exception {
        var lookUps = new AtomicInteger();
        InetAddress[] open = Bench.addresses("93.184.216.34");
        InetAddress[] inside = Bench.addresses("127.0.0.1");
        try (Receiver receiver = Receiver.answering(200, "");
                Bench rebound = new Bench(Map.of(), host -> lookUps.getAndIncrement() == 0 ? open : inside)) {
            rebound.subscribe("https://hook.example:" + receiver.port() + "/", Bench.EVENT);
            rebound.happen();
            rebound.await(Status.FAILED, 1);

            assertThat(rebound.only().lastError()).startsWith("forbidden-target");
            assertThat(lookUps).hasValue(2);
            assertThat(receiver.told).isEmpty();
        }
    }
}
