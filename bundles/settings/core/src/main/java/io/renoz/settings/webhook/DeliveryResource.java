package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.settings.webhook.DeliveryResource.View;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/webhook-deliveries}: what was sent, and how it went. */
@Component
@Path("webhook-deliveries")
@Allow("settings.webhooks")
public final class DeliveryResource implements Reads<View> {

    /** One event on its way to one subscription. */
    public record View(
            UUID id,
            int version,
            UUID webhookSubscriptionId,
            UUID eventId,
            String eventType,
            Json payload,
            Delivery.Status status,
            int attemptCount,
            @Nullable Instant nextAttemptAt,
            @Nullable Integer responseStatus,
            @Nullable String responseExcerpt,
            @Nullable Integer durationMs,
            @Nullable String lastError,
            @Nullable Instant deliveredAt,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    /** Callers set nothing. */
    record Nothing() {}

    private final Tables tables;
    private final Transactions transactions;
    private final Outbound outbound;
    private final Alarm alarm;
    private final Clock clock;
    private final Rows<Delivery, Nothing, View> rows;

    @Activate
    public DeliveryResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference Outbound outbound,
            @Reference Alarm alarm,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.outbound = outbound;
        this.alarm = alarm;
        this.clock = clock;
        rows = tables.of(Delivery.class)
                .filter("webhookSubscriptionId", "status", "eventType", "createdAt")
                .sort("-createdAt")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<Delivery, Nothing, View> records() {
        return rows;
    }

    @POST
    @Path("{id}/redeliver")
    @Answers("invalid-transition")
    @Summary("Tries an event that was delivered, failed or given up again, now.")
    public View redeliver(@PathParam("id") UUID id) {
        UUID organization = Call.tenant();
        View view = rows.change(id, delivery -> {
            if (delivery.underWay()) {
                throw Problem.transition("The event is on its way already.");
            }
            if (!tables.require(Subscription.class, delivery.webhookSubscriptionId).isActive) {
                throw Problem.transition("The subscription is switched off.");
            }
            delivery.again(clock.instant());
        });
        alarm.set(clock.instant());
        transactions.afterCommit(() -> outbound.wake(organization));
        return view;
    }
}
