package io.renoz.pipeline.opportunity;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.pipeline.Permissions;
import io.renoz.pipeline.opportunity.Moves.Move;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/opportunities} */
@Component
@Path("opportunities")
public final class OpportunityResource implements Crud<OpportunityInput, OpportunityView> {

    private final Rows<Opportunity, OpportunityInput, OpportunityView> rows;
    private final Openings openings;
    private final Moves moves;

    @Activate
    public OpportunityResource(@Reference OpportunityRows rows, @Reference Openings openings, @Reference Moves moves) {
        this.rows = rows.rows();
        this.openings = openings;
        this.moves = moves;
    }

    @Override
    public Rows<Opportunity, OpportunityInput, OpportunityView> records() {
        return rows;
    }

    @Override
    public List<OpportunityView> add(List<OpportunityInput> inputs) {
        return openings.open(inputs);
    }

    @Override
    @Answers("invalid-state")
    public OpportunityView update(UUID id, Patch<OpportunityInput> patch) {
        var before = new ArrayList<UUID>();
        OpportunityView view = rows.update(id, patch, (opportunity, input) -> {
            UUID former = opportunity.formerCustomer();
            if (former != null) {
                before.add(former);
            }
            openings.amend(opportunity);
        });
        openings.changed(view, before.toArray(UUID[]::new));
        return view;
    }

    @Override
    @Answers("invalid-state")
    public void delete(UUID id) {
        openings.close(id);
    }

    /** PIP-01: under If-Match, so that of two who move the same card one is told. */
    @POST
    @Path("{id}/stage")
    @Summary("Moves it to another stage, wins it or loses it")
    @Answers({"invalid-transition", "reason-required", "competitor-required", "precondition-required"})
    public OpportunityView move(@PathParam("id") UUID id, Move move) {
        OpportunityView view = rows.changeExpected(id, opportunity -> moves.move(opportunity, move));
        openings.changed(view);
        return view;
    }

    @POST
    @Path("{id}/reopen")
    @Allow(Permissions.REOPEN)
    @Summary("Opens what was won or lost again")
    @Answers({"invalid-transition", "order-exists"})
    public OpportunityView reopen(@PathParam("id") UUID id) {
        OpportunityView view = rows.change(id, moves::reopen);
        openings.changed(view);
        return view;
    }
}
