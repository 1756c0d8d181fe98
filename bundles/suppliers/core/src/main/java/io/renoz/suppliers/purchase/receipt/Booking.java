package io.renoz.suppliers.purchase.receipt;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.purchase.cost.InvoiceMatching;
import io.renoz.suppliers.purchase.cost.LandedCosts;
import io.renoz.suppliers.purchase.cost.Landing;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What follows from goods that were received: their cost, their stock, where the order stands. */
@Component(service = Booking.class)
public final class Booking {

    private final Tables tables;
    private final LandedCosts costs;
    private final InvoiceMatching matching;
    private final StockDoor stock;
    private final OrganizationDirectory organizations;
    private final EventPublisher events;

    @Activate
    public Booking(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference LandedCosts costs,
            @Reference InvoiceMatching matching,
            @Reference StockDoor stock,
            @Reference OrganizationDirectory organizations,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.costs = costs;
        this.matching = matching;
        this.stock = stock;
        this.organizations = organizations;
        this.events = events;
    }

    /** SUP-12: goods came, whatever becomes of them. */
    void arrived(Receipt receipt, PurchaseOrder order) {
        LocalDate day = day(receipt.receivedAt);
        Map<UUID, PurchaseOrderItem> lines = lines(order);
        receipt.items.forEach(item -> line(lines, item).delivered(day));
        order.delivered(day);
    }

    /** SUP-12: where the order stands now. */
    void settle(PurchaseOrder order) {
        order.settle();
        matching.again(order);
    }

    /** SUP-09, SUP-13: it is known what of the goods is good. */
    void accepted(Receipt receipt, PurchaseOrder order) {
        Map<UUID, PurchaseOrderItem> lines = lines(order);
        Landing landing = costs.of(order);
        for (ReceiptItem item : receipt.items) {
            Landing.Line line = landing.of(item.purchaseOrderItemId);
            item.cost(line.unitGoods(), line.value(item.quantityAccepted));
            land(item, line(lines, item));
        }
        stock.take(receipt, order);
        settle(order);
        tell("posted", receipt, order);
    }

    private static PurchaseOrderItem line(Map<UUID, PurchaseOrderItem> lines, ReceiptItem item) {
        return Objects.requireNonNull(lines.get(item.purchaseOrderItemId));
    }

    private static void land(ReceiptItem item, PurchaseOrderItem line) {
        if (item.quantityAccepted.signum() > 0) {
            line.landed(item.landedCostTotal.divide(item.quantityAccepted, 2, RoundingMode.HALF_UP));
        }
    }

    /** SUP-22: the goods are gone again. */
    void undone(Receipt receipt, PurchaseOrder order, String reason) {
        stock.giveBack(receipt, reason);
        Map<UUID, PurchaseOrderItem> lines = lines(order);
        receipt.items.forEach(
                item -> line(lines, item).receive(item.quantityReceived.negate(), item.quantityRejected.negate()));
        order.undelivered();
        lines.values().forEach(PurchaseOrderItem::undelivered);
        for (Receipt other : others(receipt)) {
            arrived(other, order);
            other.items.forEach(item -> land(item, line(lines, item)));
        }
        settle(order);
        tell("reversed", receipt, order);
    }

    /** The order's receipts that stand, the earliest first, with their lines. */
    private List<Receipt> others(Receipt receipt) {
        return tables.entities()
                .createQuery(
                        "select r from Receipt r where r.purchaseOrderId = :order and r.id <> :this"
                                + " and r.status <> :reversed order by r.receivedAt, r.id",
                        Receipt.class)
                .setParameter("order", receipt.purchaseOrderId)
                .setParameter("this", receipt.id())
                .setParameter("reversed", ReceiptStatus.REVERSED)
                .getResultList();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, organizations.current().timezone());
    }

    private static Map<UUID, PurchaseOrderItem> lines(PurchaseOrder order) {
        return order.lines().stream().collect(Collectors.toMap(PurchaseOrderItem::id, Function.identity()));
    }

    private void tell(String happening, Receipt receipt, PurchaseOrder order) {
        Map<UUID, PurchaseOrderItem> lines = lines(order);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("number", receipt.receiptNumber);
        payload.put("status", Coded.of(receipt.status));
        payload.put("purchaseOrderId", order.id());
        payload.put("purchaseOrderNumber", order.number());
        payload.put("orderStatus", Coded.of(order.status()));
        payload.put(
                "lines",
                receipt.items.stream()
                        .map(item -> told(item, line(lines, item)))
                        .toList());
        events.publish(
                new DomainEvent("suppliers.receipt." + happening, "purchase_order_receipt", receipt.id(), payload));
    }

    private static Map<String, Object> told(ReceiptItem item, PurchaseOrderItem line) {
        var told = new HashMap<String, Object>();
        told.put("purchaseOrderItemId", line.id());
        told.put("accepted", item.quantityAccepted);
        told.put("rejected", item.quantityRejected);
        if (line.productId() != null) {
            told.put("productId", line.productId());
        }
        if (line.orderLineItemId() != null) {
            told.put("orderLineItemId", line.orderLineItemId());
        }
        return told;
    }
}
