package io.renoz.suppliers.purchase.amendment;

import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Decision;
import io.renoz.suppliers.Permissions;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/amendments}: what becomes of amendments. */
@Component
@Path("amendments/{id}")
public final class AmendmentResource implements Resource {

    /**
     * How an amendment is to be applied.
     *
     * @param orderVersion the version of the order that the caller saw; not looked at when left out
     */
    public record Applied(@Nullable Integer orderVersion) {}

    private final AmendmentRows rows;
    private final Amendments amendments;

    @Activate
    public AmendmentResource(@Reference AmendmentRows rows, @Reference Amendments amendments) {
        this.rows = rows;
        this.amendments = amendments;
    }

    @POST
    @Path("decide")
    @Allow(Permissions.APPROVE)
    @Summary("Approves or rejects an amendment that takes one decision")
    @Answers({"invalid-transition", "self-approval", "approval-required"})
    public AmendmentView decide(@PathParam("id") UUID id, Decision decision) {
        return rows.change(id, (amendment, order) -> amendments.decide(amendment, decision));
    }

    @POST
    @Path("apply")
    @Summary("Rewrites the order as approved")
    @Answers({"invalid-transition", "below-received", "version-conflict"})
    public AmendmentView apply(@PathParam("id") UUID id, Optional<Applied> applied) {
        return rows.change(id, (amendment, order) -> {
            Integer seen = applied.map(Applied::orderVersion).orElse(null);
            if (seen != null && seen != order.version()) {
                throw Problem.of("precondition-failed", "The order was changed meanwhile.")
                        .with("version", order.version());
            }
            amendments.apply(amendment, order);
        });
    }

    @POST
    @Path("cancel")
    @Summary("Takes an amendment back")
    @Answers("invalid-transition")
    public AmendmentView cancel(@PathParam("id") UUID id) {
        return rows.change(id, amendments::cancel);
    }
}
