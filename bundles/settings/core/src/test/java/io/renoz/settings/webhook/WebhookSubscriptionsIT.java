package io.renoz.settings.webhook;

import static io.renoz.settings.Workbench.CLOCK;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.settings.webhook.Delivery.Status;
import io.renoz.settings.webhook.SubscriptionResource.Issued;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookSubscriptionsIT {

    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    @Test
    @DisplayName("SET-23: a target inside, an unknown event or a bad header is refused when it is saved")
    void refusesBadSubscriptions() throws Exception {
        InetAddress[] inside = Bench.addresses("10.0.0.1");
        try (Bench guarded = new Bench(Map.of(), host -> inside)) {
            assertRefused("forbidden-target", () -> guarded.subscribe("https://hook.example/", Bench.EVENT));
        }
        assertRefused("unknown-event-type", () -> bench.subscribe("http://hook.example/", "customers.customer.eaten"));
        assertRefused("unknown-event-type", () -> bench.subscribe("http://hook.example/", "orders.*"));
        for (String headers : List.of(
                "{\"Host\": \"x\"}",
                "{\"X-Renoz-Signature\": \"x\"}",
                "{\"A b\": \"x\"}",
                "{\"A\": \"x\\r\\ny\"}",
                "{\"A\": 1}",
                "[]")) {
            assertRefused(
                    "validation-failed",
                    () -> new SubscriptionInput("A", "http://h/", List.of(Bench.EVENT), new Json(headers), true));
        }
    }

    @Test
    void sendsHeadersOfItsOwn() {
        try (Receiver receiver = Receiver.answering(200, "")) {
            bench.acme.run(() -> bench.resource.create(new SubscriptionInput(
                    "Own", receiver.url(), List.of(Bench.EVENT), new Json("{\"Authorization\": \"Bearer x\"}"), true)));
            bench.happen();
            bench.await(Status.DELIVERED, 1);

            assertThat(receiver.told.get(0).headers()).containsEntry("authorization", "Bearer x");
        }
    }

    @Test
    @DisplayName("SET-23: at most four requests of an organization are under way at a time")
    void sendsFourAtOnce() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var four = new CompletableFuture<Boolean>();
        try (Receiver receiver = new Receiver(exchange -> {
            int many = now.incrementAndGet();
            most.accumulateAndGet(many, Math::max);
            if (many >= Queue.AT_ONCE) {
                four.complete(true);
            }
            four.completeOnTimeout(false, 500, TimeUnit.MILLISECONDS).join();
            now.decrementAndGet();
            Receiver.answer(exchange, 200, "");
        })) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            IntStream.range(0, 30).forEach(i -> bench.happen());
            bench.await(Status.DELIVERED, 30);

            assertThat(most).hasValue(4);
            assertThat(four.join()).isTrue();
            assertThat(receiver.told).hasSize(30);
        }
    }

    @Test
    @DisplayName("SET-23: what a node that died had in hand is sent again when its lease has run out")
    void takesUpWhatAnotherLeft() {
        try (Receiver receiver = Receiver.answering(200, "")) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            Queue.Claim claim = bench.acme.call(() -> {
                bench.queue.add(Bench.occurrence());
                return bench.queue.claim().orElseThrow();
            });
            assertThat(bench.acme.call(bench.queue::claim)).isEmpty();
            bench.later();
            bench.await(Status.DELIVERED, 1);

            assertThat(bench.only().attemptCount()).isEqualTo(2);
            var late = new Attempt(500, "", 1, "too late");
            assertThat(bench.acme.call(
                            () -> bench.queue.finish(claim, late, Status.FAILED, Optional.empty(), CLOCK.instant())))
                    .isFalse();
            assertThat(bench.only().status()).isEqualTo(Status.DELIVERED);
        }
    }

    @Test
    @DisplayName("SET-23: an admin may have a delivered or abandoned event sent again")
    void sendsAgain() {
        try (Receiver receiver = Receiver.answering(200, "")) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.DELIVERED, 1);
            UUID id = bench.only().id();

            bench.acme.call(() -> bench.deliveries.redeliver(id));
            Bench.await(() -> receiver.told.size() == 2 && bench.only().status() == Status.DELIVERED);
            assertThat(receiver.told.get(1).headers().get("x-renoz-event-id"))
                    .isEqualTo(receiver.told.get(0).headers().get("x-renoz-event-id"));
            bench.acme.sql(
                    "settings",
                    "update settings.webhook_deliveries set status = 'abandoned', attempt_count = 8 where organization_id = ?",
                    bench.acme.id());
            bench.acme.call(() -> bench.deliveries.redeliver(id));
            Bench.await(() -> receiver.told.size() == 3 && bench.only().status() == Status.DELIVERED);
            assertThat(bench.only().attemptCount()).isEqualTo(8);
        }
    }

    @Test
    @DisplayName("SET-23: the secret is shown once, sealed at rest, and replaced with an overlap")
    void keepsItsSecret() {
        try (Receiver receiver = Receiver.answering(200, "")) {
            Issued issued = bench.subscribe(receiver.url(), Bench.EVENT);
            assertThat(issued.toString()).doesNotContain(issued.secret());
            Subscription row = bench.acme.read(() -> TABLES.require(Subscription.class, issued.id()));
            assertThat(row.secretEncrypted).doesNotContain(issued.secret());
            assertThat(PLATFORM.audited().stream()
                            .filter(change -> change.entityId().equals(issued.id())))
                    .allSatisfy(change -> assertThat(change.after()).doesNotContainKey("secretEncrypted"));
            Issued next = bench.acme.call(() -> bench.resource.rotate(issued.id()));
            assertThat(next.secret()).isNotEqualTo(issued.secret());
            assertThat(next.version()).isEqualTo(2);
            bench.happen();
            bench.await(Status.DELIVERED, 1);

            assertThat(receiver.told.get(0).headers().get("x-renoz-signature"))
                    .matches("t=[0-9]+(,v1=[0-9a-f]{64}){2}");
        }
    }

    @Test
    @DisplayName("SET-23: a trial tells how it went, and leaves no delivery")
    void pings() {
        try (Receiver receiver = Receiver.answering(418, "teapot")) {
            Issued issued = bench.subscribe(receiver.url(), Bench.EVENT);
            var answer = new CompletableFuture<Object>();
            bench.acme.run(
                    () -> bench.subscriptions.ping(issued.id(), answer::complete, answer::completeExceptionally));

            var trial =
                    (Subscriptions.Trial) answer.orTimeout(5, TimeUnit.SECONDS).join();
            assertThat(trial.delivered()).isFalse();
            assertThat(trial.responseStatus()).isEqualTo(418);
            assertThat(trial.responseExcerpt()).isEqualTo("teapot");
            assertThat(receiver.told.get(0).headers()).containsEntry("x-renoz-event-type", "ping");
            assertThat(bench.all()).isEmpty();
        }
    }

    @Test
    void takesItsDeliveriesAlong() {
        try (Receiver receiver = Receiver.answering(200, "")) {
            Issued issued = bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.DELIVERED, 1);
            bench.acme.run(() -> bench.resource.delete(issued.id()));

            assertThat(bench.all()).isEmpty();
            assertRefused("not-found", () -> bench.acme.read(() -> bench.resource.get(issued.id())));
        }
    }

    @Test
    void removesWhatIsOlderThanThirtyDays() {
        try (Receiver receiver = Receiver.answering(200, "")) {
            bench.subscribe(receiver.url(), Bench.EVENT);
            bench.happen();
            bench.await(Status.DELIVERED, 1);
            var job = new PurgeJob(bench.queue, CLOCK);
            assertThat(bench.acme.call(() -> job.run(Optional.empty()))).isEmpty();
            assertThat(bench.all()).hasSize(1);
            bench.acme.sql(
                    "settings",
                    "update settings.webhook_deliveries set created_at = now() - interval '31 days' where organization_id = ?",
                    bench.acme.id());
            bench.acme.call(() -> job.run(Optional.empty()));

            assertThat(bench.all()).isEmpty();
        }
    }

    @Test
    void asksForTheSameMomentOnce() {
        Instant moment = CLOCK.instant().plusSeconds(60);
        bench.acme.run(() -> bench.alarm.set(moment));
        bench.acme.run(() -> bench.alarm.set(moment));

        assertThat(bench.alarms).hasSize(1);
        assertThat(Alarm.rounded(Instant.ofEpochSecond(10))).isEqualTo(Instant.ofEpochSecond(15));
        assertThat(Alarm.rounded(Instant.ofEpochMilli(10_001))).isEqualTo(Instant.ofEpochSecond(15));
    }
}
