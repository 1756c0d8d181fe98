package io.renoz.settings.webhook;

import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.Deletes;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.settings.webhook.SubscriptionResource.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/webhook-subscriptions}. SET-24: for admins, who alone have {@code settings.webhooks}. */
@Component
@Path("webhook-subscriptions")
@Allow("settings.webhooks")
public final class SubscriptionResource implements Reads<View>, Updates<SubscriptionInput, View>, Deletes {

    /** A subscription without its secret. */
    public record View(
            UUID id,
            int version,
            String name,
            String targetUrl,
            List<String> eventTypes,
            @Nullable Json customHeaders,
            Boolean isActive,
            int consecutiveFailures,
            @Nullable Instant lastDeliveredAt,
            @Nullable Instant disabledAt,
            @Nullable String disabledReason,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    /** A subscription with its secret, which is shown only here. */
    public record Issued(UUID id, int version, String secret, View details) implements Versioned {

        /** Without the secret. */
        @Override
        public String toString() {
            return details.toString();
        }
    }

    private final Rows<Subscription, SubscriptionInput, View> rows;
    private final Subscriptions subscriptions;

    @Activate
    public SubscriptionResource(
            @Reference(target = "(domain=settings)") Tables tables, @Reference Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
        rows = tables.of(Subscription.class)
                .filter("isActive")
                .sort("name", "createdAt")
                .byName(SubscriptionInput.class, View.class);
    }

    @Override
    public Rows<Subscription, SubscriptionInput, View> records() {
        return rows;
    }

    @POST
    @HandsOutSecret
    @Answers({"forbidden-target", "unknown-event-type"})
    @Summary("Subscribes an address to events; the secret of its signatures is in this answer and nowhere else.")
    public Created<Issued> create(SubscriptionInput input) {
        SigningSecret secret = SigningSecret.fresh();
        View view = rows.createAll(List.of(input), (subscription, asked) -> subscriptions.open(subscription, secret))
                .get(0);
        return new Created<>(new Issued(view.id(), view.version(), secret.current(), view));
    }

    @Override
    @Answers({"forbidden-target", "unknown-event-type"})
    public View update(UUID id, Patch<SubscriptionInput> patch) {
        return rows.update(id, patch, (subscription, asked) -> subscriptions.amend(subscription));
    }

    @Override
    public void delete(UUID id) {
        subscriptions.close(id);
        rows.delete(id);
    }

    @POST
    @Path("{id}/rotate-secret")
    @HandsOutSecret
    @Summary("Gives a new secret, shown once; for 24 hours requests are signed with the old one too.")
    public Issued rotate(@PathParam("id") UUID id) {
        String[] fresh = {""};
        View view = rows.change(id, subscription -> fresh[0] = subscriptions.rotate(subscription));
        return new Issued(view.id(), view.version(), fresh[0], view);
    }

    @POST
    @Path("{id}/test")
    @Summary("Sends one event of the type ping, and tells how it went.")
    public void test(@PathParam("id") UUID id, @Suspended AsyncResponse response) {
        subscriptions.ping(id, response::resume, response::resume);
    }
}
