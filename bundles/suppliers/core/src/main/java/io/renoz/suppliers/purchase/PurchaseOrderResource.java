package io.renoz.suppliers.purchase;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.Texts;
import io.renoz.suppliers.purchase.approval.Submission;
import io.renoz.suppliers.purchase.order.Drafting;
import io.renoz.suppliers.purchase.order.OrderEnds;
import io.renoz.suppliers.purchase.order.OrderInput;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.OrderView;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders}. Lines are written and versioned with their order. */
@Component
@Path("purchase-orders")
public final class PurchaseOrderResource implements Crud<OrderInput, OrderView> {

    /** Why an order is given up. */
    public record Cancelled(@NotBlank @Size(max = 500) String cancellationReason) {}

    /** What there is to say of an order that is done. */
    public record Closed(@Nullable @Size(max = 500) String closedReason) {

        public Closed {
            closedReason = Texts.plain(closedReason);
        }
    }

    private final OrderRows orders;
    private final Drafting drafting;
    private final Submission submission;
    private final OrderEnds ends;

    @Activate
    public PurchaseOrderResource(
            @Reference OrderRows orders,
            @Reference Drafting drafting,
            @Reference Submission submission,
            @Reference OrderEnds ends) {
        this.orders = orders;
        this.drafting = drafting;
        this.submission = submission;
        this.ends = ends;
    }

    @Override
    public Rows<PurchaseOrder, OrderInput, OrderView> records() {
        return orders.rows();
    }

    @Override
    @Answers("supplier-not-orderable")
    public List<OrderView> add(List<OrderInput> inputs) {
        return drafting.draft(inputs);
    }

    @Override
    @Answers("invalid-state")
    public OrderView update(UUID id, Patch<OrderInput> patch) {
        return drafting.edit(id, patch);
    }

    @Override
    @Answers("invalid-state")
    public void delete(UUID id) {
        drafting.discard(id);
    }

    @POST
    @Path("{id}/submit")
    @Allow(Permissions.SUBMIT)
    @Summary("Submits the order; it is approved at once when no rule asks for more")
    @Answers({"invalid-transition", "no-approver", "supplier-not-orderable", "exchange-rate-missing"})
    public OrderView submit(@PathParam("id") UUID id) {
        return submission.submit(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Summary("Takes an order that waits for approval back to draft")
    @Answers("invalid-transition")
    public OrderView withdraw(@PathParam("id") UUID id) {
        return submission.withdraw(id);
    }

    @POST
    @Path("{id}/reopen")
    @Summary("Brings an approved order that was not sent back to draft")
    @Answers("invalid-transition")
    public OrderView reopen(@PathParam("id") UUID id) {
        return submission.reopen(id);
    }

    @POST
    @Path("{id}/order")
    @Allow(Permissions.ORDER)
    @Summary("Marks the order as sent to the supplier")
    @Answers({"invalid-transition", "supplier-not-orderable"})
    public OrderView order(@PathParam("id") UUID id) {
        return ends.order(id);
    }

    @POST
    @Path("{id}/cancel")
    @Summary("Cancels the order, of which nothing was received yet")
    @Answers({"invalid-transition", "goods-received"})
    public OrderView cancel(@PathParam("id") UUID id, Cancelled cancelled) {
        return submission.cancel(id, cancelled.cancellationReason());
    }

    @POST
    @Path("{id}/cancel-remaining")
    @Summary("Gives up what was not delivered")
    @Answers("invalid-transition")
    public OrderView cancelRemaining(@PathParam("id") UUID id) {
        return ends.cancelRemaining(id);
    }

    @POST
    @Path("{id}/close")
    @Summary("Finishes an order that was received and whose invoice is settled")
    @Answers({"invalid-transition", "invoice-unmatched"})
    public OrderView close(@PathParam("id") UUID id, Optional<Closed> closed) {
        return ends.close(id, closed.map(Closed::closedReason).orElse(null));
    }
}
