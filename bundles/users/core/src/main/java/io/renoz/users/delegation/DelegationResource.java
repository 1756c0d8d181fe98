package io.renoz.users.delegation;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.delegation.DelegationResource.Input;
import io.renoz.users.delegation.DelegationResource.View;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/delegations}: one's own; those of others for admins. */
@Component
@Path("delegations")
@Allow(Allow.SIGNED_IN)
@Answers({"overlapping-delegation", "delegation-loop"})
public final class DelegationResource implements Reads<View>, Creates<Input, View>, Updates<Input, View> {

    /**
     * Who stands in for whom.
     *
     * @param delegatorId whose work it is; the caller's when left out
     * @param scope {@code approvals} when left out
     */
    public record Input(
            @Nullable UUID delegatorId,
            @NotNull UUID delegateId,
            @NotNull Instant startDate,
            @NotNull Instant endDate,
            @Nullable DelegationScope scope,
            @Nullable @Size(max = 500) String reason) {

        public Input {
            scope = scope == null ? DelegationScope.APPROVALS : scope;
            Delegation.checkTime(startDate, endDate);
        }

        Input of(UUID delegator) {
            return new Input(delegator, delegateId, startDate, endDate, scope, reason);
        }
    }

    /** The same as it is stored. */
    public record View(
            UUID id,
            int version,
            UUID delegatorId,
            UUID delegateId,
            Instant startDate,
            Instant endDate,
            DelegationScope scope,
            @Nullable String reason,
            boolean isActive,
            @Nullable Instant cancelledAt,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {

        boolean concerns(UUID user) {
            return user.equals(delegatorId) || user.equals(delegateId);
        }
    }

    private final Rows<Delegation, Input, View> rows;
    private final Agreement agreement;
    private final StandIns standIns;
    private final Clock clock;

    @Activate
    public DelegationResource(
            @Reference(target = "(domain=users)") Tables tables, @Reference StandIns standIns, @Reference Clock clock) {
        this.standIns = standIns;
        this.clock = clock;
        agreement = new Agreement(tables, clock);
        rows = tables.of(Delegation.class)
                .filter("delegatorId", "delegateId", "isActive")
                .filter("userId", UUID.class, user -> "(e.delegatorId = :value or e.delegateId = :value)")
                .filter(
                        "activeAt",
                        Instant.class,
                        at -> "(e.isActive = true and e.startDate <= :value and e.endDate > :value)")
                .sort("-startDate")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Delegation, Input, View> records() {
        return rows;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Summary("Delegations; without users.read those from and to the caller. userId finds both.")
    public Page<View> list(ListQuery query) {
        if (Call.current().permits("users.read")) {
            return rows.list(query);
        }
        var filters = new LinkedHashMap<>(query.filters());
        filters.put("userId", me().toString());
        return rows.list(new ListQuery(query.limit(), query.cursor(), query.sort(), filters, query.count()));
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        View view = rows.get(id);
        if (!view.concerns(me()) && !Call.current().permits("users.read")) {
            throw Problem.notFound("delegation");
        }
        return view;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public List<View> add(List<Input> inputs) {
        var added = new ArrayList<View>();
        for (Input input : inputs) { // one after the other, so that each sees those before it
            Input named = input.delegatorId() == null ? input.of(me()) : input;
            added.addAll(rows.createAll(List.of(named), (delegation, asked) -> {
                requireOwnWork(delegation.delegatorId);
                agreement.check(delegation);
            }));
        }
        standIns.forget();
        return added;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    public View update(UUID id, Patch<Input> patch) {
        UUID delegator = own(id);
        View view = rows.update(id, patch, (delegation, asked) -> {
            if (!delegator.equals(delegation.delegatorId)) {
                throw Problem.invalid("delegatorId", "A delegation stays with who made it.");
            }
            delegation.requireOpen(clock.instant());
            agreement.check(delegation);
        });
        standIns.forget();
        return view;
    }

    @POST
    @Path("{id}/cancel")
    @Answers("invalid-transition")
    @Summary("Ends a delegation now.")
    public View cancel(@PathParam("id") UUID id) {
        own(id);
        View view = rows.change(id, delegation -> delegation.cancel(clock.instant()));
        standIns.forget();
        return view;
    }

    /** The delegator of a delegation that the caller may change. */
    private UUID own(UUID id) {
        UUID delegator = get(id).delegatorId();
        requireOwnWork(delegator);
        return delegator;
    }

    /** USR-16: users delegate their own work; admins may do it for others. */
    private static void requireOwnWork(UUID delegator) {
        if (!delegator.equals(me())) {
            Call.current().require("users.write");
        }
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
