package io.renoz.orders.fulfilment;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/line-items/{line-id}/serials} */
@Component
@Path("orders/{id}/line-items/{line-id}/serials")
public final class SerialResource implements Resource {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderLineItemId,
            UUID productId,
            String serialNumber,
            LineSerialStatus status,
            @Nullable UUID shipmentItemId,
            Instant allocatedAt,
            @Nullable Instant returnedAt)
            implements Versioned {}

    /** Nobody writes units here. */
    record Input() {}

    private final Tables tables;
    private final Rows<OrderLineSerial, Input, View> rows;

    @Activate
    public SerialResource(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
        this.rows = tables.of(OrderLineSerial.class)
                .filter("status")
                .search("serialNumber")
                .sort("allocatedAt")
                .within("orderLineItemId", OrderLine.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", rows.offer());
    }

    @GET
    @Summary("The units that were given to a line")
    public Page<View> list(@PathParam("id") UUID id, @PathParam("line-id") UUID lineId, @Context ListQuery query) {
        tables.require(Order.class, id);
        if (tables.find(OrderLine.class, lineId)
                .filter(line -> line.orderId().equals(id))
                .isEmpty()) {
            throw Problem.notFound("order line");
        }
        return rows.within(lineId).list(query);
    }
}
