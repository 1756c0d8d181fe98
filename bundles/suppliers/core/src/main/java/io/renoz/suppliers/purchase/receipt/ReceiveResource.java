package io.renoz.suppliers.purchase.receipt;

import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.purchase.order.OrderRows;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{id}/receive} */
@Component
@Path("purchase-orders/{id}/receive")
public final class ReceiveResource implements Resource {

    private final OrderRows orders;
    private final ReceiptRows receipts;
    private final Receiving receiving;

    @Activate
    public ReceiveResource(
            @Reference OrderRows orders, @Reference ReceiptRows receipts, @Reference Receiving receiving) {
        this.orders = orders;
        this.receipts = receipts;
        this.receiving = receiving;
    }

    /** Answers the goods received note; an If-Match is the order's. */
    @POST
    @Allow(Permissions.RECEIVE)
    @Summary("Books goods that arrived, also in one go all that is pending")
    @Answers({
        "invalid-transition",
        "over-receipt",
        "serial-conflict",
        "exchange-rate-missing",
        "location-not-receivable",
        "period-closed"
    })
    public ReceiptView receive(@PathParam("id") UUID id, Optional<Delivery> delivery) {
        var made = new AtomicReference<ReceiptView>();
        orders.heldWithLines(id);
        orders.rows()
                .change(
                        id,
                        order -> made.set(
                                receipts.made(receiving.receive(order, delivery.orElseGet(Delivery::everything)))));
        return Objects.requireNonNull(made.get());
    }
}
