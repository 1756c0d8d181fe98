package io.renoz.suppliers.purchase.order;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.suppliers.purchase.order.OrderInput.Line;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{parent}/items}. SUP-03: they change while the order is a draft. */
@Component
@Path("purchase-orders/{parent}/items")
public final class ItemResource implements PartLists<ItemView>, PartCreates<Line, ItemView>, PartDeletes {

    private final Tables tables;
    private final OrderRows orders;
    private final FactBook facts;
    private final Rows<PurchaseOrderItem, Line, ItemView> items;

    @Activate
    public ItemResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference OrderRows orders,
            @Reference FactBook facts) {
        this.tables = tables;
        this.orders = orders;
        this.facts = facts;
        this.items = tables.of(PurchaseOrderItem.class)
                .filter("productId")
                .sort("lineNumber")
                .within("purchaseOrderId", PurchaseOrder.class)
                .byName(Line.class, ItemView.class);
    }

    @Override
    public Rows<PurchaseOrderItem, Line, ItemView> records() {
        return items;
    }

    @GET
    @Path("{id}")
    public ItemView get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return items.within(parent).get(id);
    }

    @Override
    @Answers("invalid-state")
    public List<ItemView> add(UUID parent, List<Line> inputs) {
        PurchaseOrder order = draft(parent);
        OrderFacts known = facts.about(order, inputs);
        var number = new AtomicInteger(lastNumber(parent));
        List<UUID> added = items
                .within(parent)
                .createAll(inputs, (item, input) -> {
                    if (input.id() != null) {
                        throw Problem.invalid("id", "A new line gets its id from here.");
                    }
                    item.lineNumber = number.incrementAndGet();
                    known.complete(order, item, "");
                })
                .stream()
                .map(ItemView::id)
                .toList();
        retotal(order, known);
        return added.stream()
                .map(id -> items.view(tables.require(PurchaseOrderItem.class, id)))
                .toList();
    }

    @PATCH
    @Path("{id}")
    @Answers("invalid-state")
    public ItemView update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Line> patch) {
        PurchaseOrder order = draft(parent);
        items.within(parent).update(id, patch, (item, input) -> {
            OrderFacts known = orders.unflushed(() -> facts.about(order, List.of(input)));
            known.complete(order, item, "");
            retotal(order, known);
        });
        return items.within(parent).get(id);
    }

    @Override
    @Answers("invalid-state")
    public void delete(UUID parent, UUID id) {
        PurchaseOrder order = draft(parent);
        PartDeletes.super.delete(parent, id);
        retotal(order, facts.about(order, List.of()));
    }

    private PurchaseOrder draft(UUID id) {
        PurchaseOrder order = orders.held(id);
        order.requireDraft();
        return order;
    }

    private int lastNumber(UUID order) {
        Integer last = tables.entities()
                .createQuery(
                        "select max(i.lineNumber) from PurchaseOrderItem i where i.purchaseOrderId = :order",
                        Integer.class)
                .setParameter("order", order)
                .getSingleResult();
        return last == null ? 0 : last;
    }

    /** The order is versioned with its lines. */
    private void retotal(PurchaseOrder order, OrderFacts known) {
        order.total(OrderFacts.freightRate(known.suppliers().get(order.supplierId)));
        order.touch();
        tables.flush();
    }
}
