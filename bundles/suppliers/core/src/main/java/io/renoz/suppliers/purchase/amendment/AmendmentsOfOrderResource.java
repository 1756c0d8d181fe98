package io.renoz.suppliers.purchase.amendment;

import io.renoz.data.Rows;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartLists;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{parent}/amendments} */
@Component
@Path("purchase-orders/{parent}/amendments")
public final class AmendmentsOfOrderResource
        implements PartLists<AmendmentView>, PartCreates<AmendmentInput, AmendmentView> {

    private final AmendmentRows rows;
    private final OrderRows orders;
    private final Amendments amendments;

    @Activate
    public AmendmentsOfOrderResource(
            @Reference AmendmentRows rows, @Reference OrderRows orders, @Reference Amendments amendments) {
        this.rows = rows;
        this.orders = orders;
        this.amendments = amendments;
    }

    @Override
    public Rows<Amendment, AmendmentInput, AmendmentView> records() {
        return rows.rows();
    }

    @GET
    @Path("{id}")
    public AmendmentView get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return rows.rows().within(parent).get(id);
    }

    @Override
    @Answers({"invalid-transition", "no-approver"})
    public List<AmendmentView> add(UUID parent, List<AmendmentInput> inputs) {
        PurchaseOrder order = orders.held(parent);
        var number = new AtomicInteger(rows.next(parent));
        return rows.rows()
                .within(parent)
                .createAll(
                        inputs, (amendment, input) -> amendments.request(amendment, order, number.getAndIncrement()));
    }
}
