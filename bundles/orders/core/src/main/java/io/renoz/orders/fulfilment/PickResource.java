package io.renoz.orders.fulfilment;

import io.renoz.orders.Permissions;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.payment.Books;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/pick} */
@Component
@Path("orders/{id}/pick")
public final class PickResource implements Resource {

    /** What is taken off the shelf; all of it or nothing. */
    public record Pick(@NotEmpty @Size(max = 500) List<@NotNull @Valid PickItem> items) {}

    private final Books books;
    private final OrderRows orders;
    private final Picking picking;

    @Activate
    public PickResource(@Reference Books books, @Reference OrderRows orders, @Reference Picking picking) {
        this.books = books;
        this.orders = orders;
        this.picking = picking;
    }

    @POST
    @Allow(Permissions.PICK)
    @Summary("Picks quantities and serial numbers")
    @Answers({
        "over-pick",
        "serial-required",
        "serial-unavailable",
        "serial-duplicate",
        "insufficient-stock",
        "invalid-transition"
    })
    public OrderView pick(@PathParam("id") UUID id, Pick asked) {
        books.lock(id);
        return orders.rows().change(id, order -> picking.pick(order, asked.items));
    }
}
