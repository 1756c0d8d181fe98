package io.renoz.orders.fulfilment;

import io.renoz.orders.Permissions;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.UUID;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/shipments/{id}/confirm-delivery} */
@Component
@Path("shipments/{id}/confirm-delivery")
public final class ConfirmDeliveryResource implements Resource {

    /**
     * How it was delivered.
     *
     * @param deliveredAt now where there is none
     * @param deliveredTo who signed
     */
    public record Delivery(
            @Nullable Instant deliveredAt,
            @Nullable @Size(max = 200) String deliveredTo,
            @Nullable UUID signatureAttachmentId,
            @Nullable UUID photoAttachmentId,
            @Nullable @Size(max = 1000) String deliveryNotes) {}

    private final ShipmentRows shipments;
    private final Deliveries deliveries;

    @Activate
    public ConfirmDeliveryResource(@Reference ShipmentRows shipments, @Reference Deliveries deliveries) {
        this.shipments = shipments;
        this.deliveries = deliveries;
    }

    @POST
    @Allow(Permissions.SHIP)
    @Summary("It was delivered, with signature and photo")
    @Answers("invalid-transition")
    public ShipmentView confirm(@PathParam("id") UUID id, Delivery delivery) {
        var proof = new Deliveries.Proof(
                delivery.deliveredAt,
                delivery.deliveredTo,
                delivery.signatureAttachmentId,
                delivery.photoAttachmentId,
                delivery.deliveryNotes);
        return shipments.act(id, (order, shipment) -> deliveries.confirm(order, shipment, proof));
    }
}
