package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventType;
import io.renoz.event.EventTypes;
import io.renoz.event.Occurrence;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.security.SecretBox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What belongs to making, changing and trying subscriptions. */
@Component(service = Subscriptions.class)
public final class Subscriptions {

    private static final String PING = "ping";
    private static final int PINGING = 4;

    private final Tables tables;
    private final Transactions transactions;
    private final Targets targets;
    private final EventTypes types;
    private final SecretBox secrets;
    private final Sender sender;
    private final Queue queue;
    private final Interests interests;
    private final Clock clock;
    private final ExecutorService pings = Executors.newFixedThreadPool(PINGING, work -> {
        var thread = new Thread(work, "renoz-webhook-ping");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Subscriptions(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference Targets targets,
            @Reference EventTypes types,
            @Reference SecretBox secrets,
            @Reference Sender sender,
            @Reference Queue queue,
            @Reference Interests interests,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.targets = targets;
        this.types = types;
        this.secrets = secrets;
        this.sender = sender;
        this.queue = queue;
        this.interests = interests;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        pings.shutdownNow();
    }

    void open(Subscription subscription, SigningSecret secret) {
        seal(subscription, secret);
        amend(subscription);
    }

    /** SET-23: the target and the events are ones that there are. */
    void amend(Subscription subscription) {
        targets.check(subscription.targetUrl);
        requireKnown(subscription.eventTypes);
        subscription.settle();
        interests.forgetAfter(transactions);
    }

    private void requireKnown(String[] patterns) {
        List<String> known = types.all().stream().map(EventType::name).toList();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < patterns.length; i++) {
            List<String> pattern = List.of(patterns[i]);
            if (known.stream().noneMatch(name -> Subscription.fits(pattern, name))) {
                errors.add(new FieldError("/eventTypes/" + i, "Nothing here publishes " + patterns[i] + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of("unknown-event-type", errors.get(0).message()).with(errors);
        }
    }

    private void seal(Subscription subscription, SigningSecret secret) {
        subscription.secretEncrypted = secrets.seal(tenant(subscription), subscription.purpose(), secret.text());
    }

    private static UUID tenant(Subscription subscription) {
        UUID organization = subscription.organization();
        return organization == null ? Call.tenant() : organization;
    }

    private SigningSecret secret(Subscription subscription) {
        return SigningSecret.of(secrets.open(Call.tenant(), subscription.purpose(), subscription.secretEncrypted));
    }

    String rotate(Subscription subscription) {
        SigningSecret next = secret(subscription).rotated(clock.instant());
        seal(subscription, next);
        return next.current();
    }

    /** Its deliveries go with it. */
    void close(UUID id) {
        tables.require(Subscription.class, id);
        queue.forget(id);
        interests.forgetAfter(transactions);
    }

    /** How a trial went. */
    public record Trial(
            boolean delivered,
            @Nullable Integer responseStatus,
            @Nullable String responseExcerpt,
            int durationMs,
            @Nullable String error) {}

    /** Sends one event outside of any transaction, and answers later. */
    void ping(UUID id, Consumer<Object> answer, Consumer<Throwable> refusal) {
        Call call = Call.current();
        pings.execute(() -> {
            try {
                Message message =
                        transactions.run(call.reading(), () -> message(tables.require(Subscription.class, id)));
                Attempt attempt = sender.send(message);
                answer.accept(new Trial(
                        attempt.delivered(),
                        attempt.status(),
                        attempt.excerpt(),
                        attempt.durationMs(),
                        attempt.error()));
            } catch (RuntimeException e) {
                refusal.accept(e);
            }
        });
    }

    private Message message(Subscription subscription) {
        UUID event = Ids.next();
        var ping = new DomainEvent(
                PING, "webhook_subscription", subscription.id(), Map.of("subscription", subscription.name));
        return new Message(
                event,
                PING,
                subscription.targetUrl,
                secret(subscription),
                CustomHeaders.of(subscription.customHeaders),
                Bodies.of(new Occurrence(event, clock.instant(), ping)));
    }
}
