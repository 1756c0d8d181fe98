package io.renoz.pipeline.opportunity;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.pipeline.Parties;
import io.renoz.pipeline.Parties.Named;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/activities} */
@Component
@Path("activities")
public final class ActivityResource implements Crud<ActivityResource.Input, ActivityResource.View> {

    /**
     * What a caller may set.
     *
     * @param scheduledAt only for what is still to do
     */
    public record Input(
            @NotNull UUID opportunityId,
            @NotNull OpportunityActivityType type,
            @Nullable @Size(max = 255) String subject,
            @NotBlank @Size(max = 2000) String description,
            @Nullable @Size(max = 1000) String outcome,
            @Nullable UUID assignedTo,
            @Nullable UUID contactId,
            @Nullable Instant scheduledAt) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID opportunityId,
            OpportunityActivityType type,
            @Nullable String subject,
            String description,
            @Nullable String outcome,
            @Nullable UUID assignedTo,
            @Nullable UUID contactId,
            @Nullable Instant scheduledAt,
            @Nullable Instant completedAt,
            @Nullable String sourceType,
            @Nullable UUID sourceId)
            implements Versioned {}

    /**
     * How a planned activity ended.
     *
     * @param next what is planned next, for the same opportunity
     */
    public record Completion(
            @Nullable @Size(max = 1000) String outcome,
            @Nullable @Valid Input next) {}

    private final Rows<OpportunityActivity, Input, View> activities;
    private final Parties parties;
    private final Deals deals;
    private final Moves moves;

    @Activate
    public ActivityResource(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Parties parties,
            @Reference Deals deals,
            @Reference Moves moves) {
        this.activities = tables.of(OpportunityActivity.class)
                .filter("opportunityId", "type", "assignedTo", "scheduledAt", "completedAt")
                .search("description")
                .sort("-createdAt", "scheduledAt")
                .byName(Input.class, View.class);
        this.parties = parties;
        this.deals = deals;
        this.moves = moves;
    }

    @Override
    public Rows<OpportunityActivity, Input, View> records() {
        return activities;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Map<UUID, UUID> customers = deals.customers(
                inputs.stream().map(Input::opportunityId).distinct().toList());
        Named named = parties.named(List.of(), inputs.stream().map(Input::assignedTo));
        for (Input input : inputs) {
            if (!customers.containsKey(input.opportunityId)) {
                throw Problem.invalid("opportunityId", "There is no such opportunity.");
            }
            check(input, named);
        }
        return activities.createAll(inputs);
    }

    private static void check(Input input, Named named) {
        named.anyContact(input.contactId);
        named.owner(input.assignedTo);
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return activities.update(id, patch, (activity, input) -> {
            activity.stay();
            if (patch.mentions("contactId") || patch.mentions("assignedTo")) {
                check(input, parties.named(List.of(), Stream.of(input).map(Input::assignedTo)));
            }
        });
    }

    @POST
    @Path("{id}/complete")
    @Summary("Finishes a planned activity and may plan the next one")
    @Answers("invalid-transition")
    public View complete(@PathParam("id") UUID id, Completion completion) {
        View done = activities.change(id, activity -> activity.complete(completion.outcome, moves.now()));
        if (completion.next != null) {
            if (!completion.next.opportunityId.equals(done.opportunityId)) {
                throw Problem.invalid("next/opportunityId", "What is next is planned for the same opportunity.");
            }
            add(List.of(completion.next));
        }
        return done;
    }
}
