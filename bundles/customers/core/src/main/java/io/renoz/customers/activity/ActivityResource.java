package io.renoz.customers.activity;

import io.renoz.customers.activity.Conversation.Partner;
import io.renoz.customers.api.ActivityDirection;
import io.renoz.customers.api.ActivityType;
import io.renoz.customers.customer.Accounts;
import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/activities} */
@Component
@Path("activities")
public final class ActivityResource implements Crud<ActivityResource.Input, ActivityResource.View> {

    /**
     * What a caller may set.
     *
     * @param scheduledAt only for what is still to do
     */
    public record Input(
            @NotNull UUID customerId,
            @Nullable UUID contactId,
            @NotNull ActivityType activityType,
            @Nullable ActivityDirection direction,
            @Nullable @Size(max = 255) String subject,
            @NotBlank @Size(max = 5000) String description,
            @Nullable @Size(max = 1000) String outcome,
            @Nullable @PositiveOrZero Integer durationMinutes,
            @Nullable Instant scheduledAt,
            @Nullable UUID assignedTo,
            boolean isPinned,
            @Nullable Json metadata) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            @Nullable UUID contactId,
            ActivityType activityType,
            @Nullable ActivityDirection direction,
            @Nullable String subject,
            String description,
            @Nullable String outcome,
            @Nullable Integer durationMinutes,
            @Nullable Instant scheduledAt,
            @Nullable Instant completedAt,
            @Nullable UUID assignedTo,
            boolean isPinned,
            @Nullable String sourceType,
            @Nullable UUID sourceId,
            @Nullable Json metadata)
            implements Versioned {}

    /**
     * How a planned activity ended.
     *
     * @param next what is planned next, for the same customer
     */
    public record Completion(
            @Nullable @Size(max = 1000) String outcome,
            @Nullable @PositiveOrZero Integer durationMinutes,
            @Nullable @Valid Input next) {}

    private final Tables tables;
    private final Rows<Activity, Input, View> activities;
    private final Conversation conversation;
    private final Clock clock;

    @Activate
    public ActivityResource(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference Conversation conversation,
            @Reference Clock clock) {
        this.tables = tables;
        this.activities = tables.of(Activity.class)
                .filter("customerId", "contactId", "activityType", "direction", "assignedTo")
                .filter("scheduledAt", "completedAt", "createdAt")
                .search("subject", "description")
                .sort("-createdAt", "scheduledAt")
                .byName(Input.class, View.class);
        this.conversation = conversation;
        this.clock = clock;
    }

    @Override
    public Rows<Activity, Input, View> records() {
        return activities;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Accounts.requireAll(tables, inputs.stream().map(Input::customerId).toList());
        conversation.requireOwnContacts(inputs.stream()
                .map(input -> new Partner(input.customerId, input.contactId))
                .toList());
        var done = new ArrayList<Activity>();
        List<View> added = activities.createAll(inputs, (activity, input) -> {
            conversation.tell("logged", activity);
            if (!activity.planned()) {
                done.add(activity);
            }
        });
        conversation.happened(done, Instant.now(clock));
        return added;
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return activities.update(id, patch, (activity, input) -> {
            activity.stay();
            conversation.requireOwnContacts(List.of(new Partner(activity.customerId, activity.contactId)));
        });
    }

    @POST
    @Path("{id}/complete")
    @Summary("Finishes a planned activity and may plan the next one")
    @Answers("invalid-transition")
    public View complete(@PathParam("id") UUID id, Completion completion) {
        View done = activities.change(id, activity -> {
            Instant now = Instant.now(clock);
            activity.complete(completion.outcome, completion.durationMinutes, now);
            conversation.happened(List.of(activity), now);
            conversation.tell("completed", activity);
        });
        if (completion.next != null) {
            if (!completion.next.customerId.equals(done.customerId)) {
                throw Problem.invalid("next/customerId", "What is next is planned for the same customer.");
            }
            add(List.of(completion.next));
        }
        return done;
    }
}
