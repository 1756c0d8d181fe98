package io.renoz.financial.plan;

import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/orders/{order}/payment-plan}: one an order. */
@Component
@Path("orders/{order}/payment-plan")
public final class PlanResource implements Resource {

    private final Plans plans;

    @Activate
    public PlanResource(@Reference Plans plans) {
        this.plans = plans;
    }

    @GET
    @Summary("How the order is to be paid")
    public PlanView get(@PathParam("order") UUID order) {
        return PlanView.of(plans.require(order));
    }

    @POST
    @Answers({"plan-exists", "plan-mismatch", "invalid-state"})
    @Summary("Makes the plan from a type or from instalments as given")
    public PlanView create(@PathParam("order") UUID order, PlanInput input) {
        return PlanView.of(plans.make(order, input.spec()));
    }

    @PUT
    @Answers({"plan-mismatch", "invalid-state"})
    @Summary("Replaces what is unpaid of the plan")
    public PlanView replace(@PathParam("order") UUID order, PlanInput input) {
        return PlanView.of(plans.replace(order, input.spec()));
    }

    @DELETE
    @Answers("plan-in-use")
    @Summary("Takes a plan away on which nothing was paid")
    public void delete(@PathParam("order") UUID order) {
        plans.remove(order);
    }
}
