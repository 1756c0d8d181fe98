package io.renoz.orders.order;

import io.renoz.orders.Permissions;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/confirm} */
@Component
@Path("orders/{id}/confirm")
public final class ConfirmResource implements Resource {

    /**
     * A confirmation.
     *
     * @param overrideReason lets the order pass the credit check; for those with the credit permission
     */
    public record Confirmation(@Nullable @Size(max = 500) String overrideReason) {

        public Confirmation {
            overrideReason = Normal.text(overrideReason);
        }
    }

    private final OrderRows orders;
    private final Confirming confirming;

    @Activate
    public ConfirmResource(@Reference OrderRows orders, @Reference Confirming confirming) {
        this.orders = orders;
        this.confirming = confirming;
    }

    @POST
    @Allow(Permissions.CONFIRM)
    @Summary("Confirms a draft: reserves its goods and makes it binding.")
    @Answers({
        "invalid-transition",
        "empty-order",
        "customer-blocked",
        "credit-limit-exceeded",
        "insufficient-stock",
        "price-below-floor",
        "product-not-sellable"
    })
    public OrderView confirm(@PathParam("id") UUID id, Confirmation confirmation) {
        confirming.lock(id);
        return orders.rows().changeExpected(id, order -> confirming.confirm(order, confirmation.overrideReason()));
    }
}
