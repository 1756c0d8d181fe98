package io.renoz.orders.ending;

import io.renoz.data.Tables;
import io.renoz.orders.Permissions;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
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

/** {@code /api/v1/orders/orders/{id}/cancel} */
@Component
@Path("orders/{id}/cancel")
public final class CancelResource implements Resource {

    /** Why. */
    public record Cancellation(@NotBlank @Size(max = 500) String cancelReason) {}

    private final Tables tables;
    private final OrderRows orders;
    private final Cancelling cancelling;

    @Activate
    public CancelResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrderRows orders,
            @Reference Cancelling cancelling) {
        this.tables = tables;
        this.orders = orders;
        this.cancelling = cancelling;
    }

    @POST
    @Allow(Permissions.CANCEL)
    @Summary("Cancels an order for good, under its ETag.")
    @Answers({"invalid-transition", "payments-outstanding", "shipments-exist"})
    public OrderView cancel(@PathParam("id") UUID id, Cancellation cancellation) {
        tables.lock(Order.class, id);
        return orders.rows()
                .changeExpected(
                        id,
                        order -> cancelling.cancel(
                                order, cancellation.cancelReason().strip()));
    }
}
