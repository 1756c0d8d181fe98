package io.renoz.orders.fulfilment;

import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.order.Reserving;
import io.renoz.orders.payment.Books;
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

    private final Books books;
    private final OrderRows orders;
    private final Stock stock;
    private final Reserving reserving;

    @Activate
    public ReleaseStockResource(
            @Reference Books books,
            @Reference OrderRows orders,
            @Reference Stock stock,
            @Reference Reserving reserving) {
        this.books = books;
        this.orders = orders;
        this.stock = stock;
        this.reserving = reserving;
    }

    /** ORD-10, ORD-11: what is there now is held for the order; the rest follows when it arrives. */
    @POST
    @Summary("Reserves again what became available")
    @Answers({"invalid-transition", "module-disabled"})
    public OrderView reserve(@PathParam("id") UUID id) {
        books.lock(id);
        return orders.rows().change(id, order -> {
            order.requireOpen("reserved");
            if (!stock.on()) {
                throw Problem.of("module-disabled", "Goods are reserved by the module inventory, which is off.")
                        .with("module", "inventory");
            }
            reserving.reserveMore(order);
            stock.refresh(order);
            order.touch();
        });
    }
}
