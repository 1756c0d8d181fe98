package io.renoz.orders.fulfilment;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.Permissions;
import io.renoz.orders.order.Order;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/shipments/{id}/items} */
@Component
@Path("shipments/{parent}/items")
public final class ShipmentItemResource implements PartLists<ShipmentItemResource.View> {

    /**
     * What may be changed of an item.
     *
     * @param serialNumbers exactly one a unit for goods with serial numbers; those that were picked first where there are none
     */
    public record Input(
            @NotNull @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @Nullable @Size(max = 100) String lotNumber,
            @Nullable LocalDate expiryDate,
            @Nullable @Size(max = 500) String notes,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = Serials.LONGEST) String> serialNumbers) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID shipmentId,
            UUID orderLineItemId,
            BigDecimal quantity,
            @Nullable String lotNumber,
            @Nullable LocalDate expiryDate,
            @Nullable String notes)
            implements Versioned {}

    private final Tables tables;
    private final Rows<ShipmentItem, Input, View> rows;
    private final ShipmentRows shipments;
    private final Packing packing;

    @Activate
    public ShipmentItemResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference ShipmentRows shipments,
            @Reference Packing packing) {
        this.tables = tables;
        this.rows = tables.of(ShipmentItem.class)
                .filter("orderLineItemId")
                .sort("createdAt")
                .within("shipmentId", OrderShipment.class)
                .byName(Input.class, View.class);
        this.shipments = shipments;
        this.packing = packing;
    }

    @Override
    public Rows<ShipmentItem, Input, View> records() {
        return rows;
    }

    /** Under the item's own ETag, while the shipment has not left. */
    @PATCH
    @Path("{id}")
    @Allow(Permissions.SHIP)
    @Answers({
        "invalid-transition",
        "over-pack",
        "nothing-picked",
        "serial-required",
        "serial-duplicate",
        "serial-unavailable"
    })
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Input> patch) {
        Order order = shipments.lock(parent);
        OrderShipment shipment = tables.require(OrderShipment.class, parent);
        View view = rows.within(parent).update(id, patch, (item, asked) -> {
            shipment.requirePending();
            shipment.revise();
            packing.check(order, shipment);
        });
        packing.assign(order, shipment);
        tables.flush();
        return view;
    }
}
