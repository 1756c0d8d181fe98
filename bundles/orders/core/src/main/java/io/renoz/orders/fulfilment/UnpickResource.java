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

/** {@code /api/v1/orders/orders/{id}/unpick} */
@Component
@Path("orders/{id}/unpick")
public final class UnpickResource implements Resource {

    /** What is put back; all of it or nothing. */
    public record Unpick(@NotEmpty @Size(max = 500) List<@NotNull @Valid PickItem> items) {}

    private final Books books;
    private final OrderRows orders;
    private final Picking picking;

    @Activate
    public UnpickResource(@Reference Books books, @Reference OrderRows orders, @Reference Picking picking) {
        this.books = books;
        this.orders = orders;
        this.picking = picking;
    }

    @POST
    @Allow(Permissions.PICK)
    @Summary("Puts picked units back")
    @Answers({"under-pick", "already-in-shipment", "serial-not-allocated", "serial-required", "invalid-transition"})
    public OrderView unpick(@PathParam("id") UUID id, Unpick asked) {
        books.lock(id);
        return orders.rows().change(id, order -> picking.unpick(order, asked.items));
    }
}
