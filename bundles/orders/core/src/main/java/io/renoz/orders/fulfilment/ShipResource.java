package io.renoz.orders.fulfilment;

import io.renoz.orders.Permissions;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/shipments/{id}/ship} */
@Component
@Path("shipments/{id}/ship")
public final class ShipResource implements Resource {

    /** Who carries it; what is left out stays as it was planned. */
    public record Ship(
            @Nullable @Size(max = 100) String carrier,
            @Nullable @Size(max = 100) String carrierService,
            @Nullable @Size(max = 200) String trackingNumber,
            @Nullable @Size(max = 1000) String trackingUrl,
            @Nullable Instant estimatedDeliveryAt,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal shippingCost) {

        void onto(OrderShipment shipment) {
            shipment.carrier = carrier == null ? shipment.carrier : carrier;
            shipment.carrierService = carrierService == null ? shipment.carrierService : carrierService;
            shipment.trackingNumber = trackingNumber == null ? shipment.trackingNumber : trackingNumber;
            shipment.trackingUrl = trackingUrl == null ? shipment.trackingUrl : trackingUrl;
            shipment.estimatedDeliveryAt =
                    estimatedDeliveryAt == null ? shipment.estimatedDeliveryAt : estimatedDeliveryAt;
            shipment.shippingCost = shippingCost == null ? shipment.shippingCost : shippingCost;
        }
    }

    private final ShipmentRows shipments;
    private final Dispatch dispatch;

    @Activate
    public ShipResource(@Reference ShipmentRows shipments, @Reference Dispatch dispatch) {
        this.shipments = shipments;
        this.dispatch = dispatch;
    }

    @POST
    @Allow(Permissions.SHIP)
    @Summary("It left: carrier and tracking are noted, its goods leave stock")
    @Answers({
        "invalid-transition",
        "nothing-picked",
        "insufficient-stock",
        "over-pack",
        "serial-required",
        "serial-conflict"
    })
    public ShipmentView ship(@PathParam("id") UUID id, Ship ship) {
        return shipments.act(id, (order, shipment) -> {
            dispatch.ship(order, shipment);
            ship.onto(shipment);
        });
    }
}
