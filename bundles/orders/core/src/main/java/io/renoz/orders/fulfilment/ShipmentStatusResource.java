package io.renoz.orders.fulfilment;

import io.renoz.orders.Permissions;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
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

/** {@code /api/v1/orders/shipments/{id}/status} */
@Component
@Path("shipments/{id}/status")
public final class ShipmentStatusResource implements Resource {

    /**
     * What became of it.
     *
     * @param status out_for_delivery, failed or returned
     * @param failureReason why it failed or came back
     */
    public record Move(
            @NotNull ShipmentStatus status,
            @Nullable @Size(max = 500) String failureReason) {}

    private final ShipmentRows shipments;
    private final Dispatch dispatch;

    @Activate
    public ShipmentStatusResource(@Reference ShipmentRows shipments, @Reference Dispatch dispatch) {
        this.shipments = shipments;
        this.dispatch = dispatch;
    }

    @POST
    @Allow(Permissions.SHIP)
    @Summary("Out for delivery, failed or returned")
    @Answers("invalid-transition")
    public ShipmentView move(@PathParam("id") UUID id, Move move) {
        return shipments.act(id, (order, shipment) -> {
            switch (move.status) {
                case OUT_FOR_DELIVERY -> dispatch.outForDelivery(shipment);
                case FAILED -> dispatch.fail(order, shipment, move.failureReason);
                case RETURNED -> dispatch.comeBack(order, shipment, move.failureReason);
                default -> throw shipment.refused(move.status, " here");
            }
        });
    }
}
