package io.renoz.orders.order;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/release-stock} */
@Component
@Path("orders/{id}/release-stock")
public final class ReleaseStockResource implements Resource {

    private final Tables tables;
    private final OrderRows orders;
    private final Reserving reserving;

    @Activate
    public ReleaseStockResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrderRows orders,
            @Reference Reserving reserving) {
        this.tables = tables;
        this.orders = orders;
        this.reserving = reserving;
    }

    /** ORD-10: what was short is reserved as far as it is there now. */
    @POST
    @Summary("Reserves again what became available.")
    @Answers({"invalid-transition", "module-disabled"})
    public OrderView release(@PathParam("id") UUID id) {
        tables.lock(Order.class, id);
        return orders.rows().change(id, order -> {
            order.requireOpen("given stock");
            if (!reserving.reserveMore(order)) {
                throw Problem.of("module-disabled", "Reserving stock needs the module inventory.")
                        .with("module", "inventory");
            }
        });
    }
}
