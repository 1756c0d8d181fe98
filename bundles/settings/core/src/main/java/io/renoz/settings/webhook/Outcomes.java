package io.renoz.settings.webhook;

import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.module.Partners;
import io.renoz.settings.webhook.Delivery.Status;
import io.renoz.users.api.NotificationPriority;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SET-23: what follows from how an attempt went. */
@Component(service = Outcomes.class)
public final class Outcomes {

    private final Tables tables;
    private final Transactions transactions;
    private final Queue queue;
    private final Alarm alarm;
    private final Interests interests;
    private final EventPublisher events;
    private final Partners partners;
    private final Clock clock;

    @Activate
    public Outcomes(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference Queue queue,
            @Reference Alarm alarm,
            @Reference Interests interests,
            @Reference EventPublisher events,
            @Reference Partners partners,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.queue = queue;
        this.alarm = alarm;
        this.interests = interests;
        this.events = events;
        this.partners = partners;
        this.clock = clock;
    }

    void record(Queue.Claim claim, Attempt attempt) {
        Instant now = clock.instant();
        if (attempt.delivered()) {
            if (queue.finish(claim, attempt, Status.DELIVERED, Optional.empty(), now)) {
                queue.reached(claim.subscription());
            }
            return;
        }
        Optional<Duration> pause = Retries.after(claim.attempt());
        if (pause.isPresent()) {
            Instant next = now.plus(pause.get());
            if (queue.finish(claim, attempt, Status.FAILED, Optional.of(next), now)) {
                alarm.set(next);
            }
        } else if (queue.finish(claim, attempt, Status.ABANDONED, Optional.empty(), now)
                && queue.gaveUp(claim.subscription()) >= Retries.MOST_ABANDONED) {
            switchOff(tables.lock(Subscription.class, claim.subscription()), attempt, now);
        }
    }

    /** After twenty events in a row that were given up. */
    private void switchOff(Subscription subscription, Attempt last, Instant now) {
        if (!subscription.isActive) {
            return;
        }
        String reason =
                Retries.MOST_ABANDONED + " events in a row could not be delivered. The last failure: " + last.error();
        subscription.switchOff(reason.length() > 500 ? reason.substring(0, 500) : reason, now);
        tables.flush();
        interests.forgetAfter(transactions);
        events.publish(new DomainEvent(
                "settings.webhook.disabled",
                "webhook_subscription",
                subscription.id(),
                Map.of("name", subscription.name, "reason", String.valueOf(subscription.disabledReason))));
        partners.find(Notifications.class)
                .ifPresent(notifications -> notifications.notify(NotificationRequest.of(
                                "settings",
                                NotificationType.SYSTEM,
                                "Webhook switched off: " + subscription.name,
                                String.valueOf(subscription.disabledReason))
                        .toHoldersOf("settings.webhooks")
                        .pressing(NotificationPriority.HIGH)
                        .once("settings.webhook:" + subscription.id())));
    }
}
