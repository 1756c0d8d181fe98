package io.renoz.orders.fulfilment;

import io.renoz.orders.Permissions;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/shipments/{id}/reopen} */
@Component
@Path("shipments/{id}/reopen")
public final class ReopenResource implements Resource {

    /** Why the confirmation is taken back. */
    public record Reopening(@NotBlank @Size(max = 500) String reason) {}

    private final ShipmentRows shipments;
    private final Deliveries deliveries;

    @Activate
    public ReopenResource(@Reference ShipmentRows shipments, @Reference Deliveries deliveries) {
        this.shipments = shipments;
        this.deliveries = deliveries;
    }

    /** For those who ship: operations and admin. */
    @POST
    @Allow(Permissions.SHIP)
    @Summary("Takes a delivery confirmation back")
    @Answers({"invalid-transition", "forbidden"})
    public ShipmentView reopen(@PathParam("id") UUID id, Reopening reopening) {
        return shipments.act(id, (order, shipment) -> deliveries.reopen(order, shipment, reopening.reason));
    }
}
