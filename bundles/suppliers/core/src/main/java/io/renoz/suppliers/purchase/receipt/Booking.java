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
import java.math.BigDecimal;
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

    /** Goods came and wait for inspection. */
    void arrived(Receipt receipt, PurchaseOrder order) {
        follow(order, day(receipt.receivedAt), lines(order), receipt);
    }

    /** SUP-09, SUP-12, SUP-13: it is known what of them is good. */
    void accepted(Receipt receipt, PurchaseOrder order) {
        Map<UUID, PurchaseOrderItem> lines = lines(order);
        Landing landing = costs.of(order);
        for (ReceiptItem item : receipt.items) {
            Landing.Line line = landing.of(item.purchaseOrderItemId);
            item.cost(line.unitGoods(), line.value(item.quantityAccepted));
        }
        stock.take(receipt, order);
        follow(order, day(receipt.receivedAt), lines, receipt);
        tell("posted", receipt, order);
    }

    private void follow(PurchaseOrder order, LocalDate day, Map<UUID, PurchaseOrderItem> lines, Receipt receipt) {
        for (ReceiptItem item : receipt.items) {
            Objects.requireNonNull(lines.get(item.purchaseOrderItemId)).delivered(day, unit(item));
        }
        order.delivered(day);
        order.settle();
        matching.again(order);
    }

    private static BigDecimal unit(ReceiptItem item) {
        return item.quantityAccepted.signum() == 0
                ? item.unitCostBase
                : item.landedCostTotal.divide(item.quantityAccepted, 2, RoundingMode.HALF_UP);
    }

    /** SUP-22: the goods are gone again. */
    void undone(Receipt receipt, PurchaseOrder order, String reason) {
        stock.giveBack(receipt, reason);
        Map<UUID, PurchaseOrderItem> lines = lines(order);
        for (ReceiptItem item : receipt.items) {
            Objects.requireNonNull(lines.get(item.purchaseOrderItemId))
                    .receive(item.quantityReceived.negate(), item.quantityRejected.negate());
        }
        List<Receipt> others = others(receipt);
        for (ReceiptItem item : receipt.items) {
            UUID id = item.purchaseOrderItemId;
            Objects.requireNonNull(lines.get(id)).delivered(null, null);
            others.forEach(other -> other.items.stream()
                    .filter(part -> part.purchaseOrderItemId.equals(id))
                    .forEach(part ->
                            Objects.requireNonNull(lines.get(id)).delivered(day(other.receivedAt), unit(part))));
        }
        order.delivered(others.isEmpty() ? null : day(others.get(others.size() - 1).receivedAt));
        order.settle();
        matching.again(order);
        tell("reversed", receipt, order);
    }

    /** The order's receipts that stand, the earliest first, with their lines. */
    private List<Receipt> others(Receipt receipt) {
        List<Receipt> others = tables.entities()
                .createQuery(
                        "select r from Receipt r where r.purchaseOrderId = :order and r.id <> :this"
                                + " and r.status <> :reversed order by r.receivedAt, r.id",
                        Receipt.class)
                .setParameter("order", receipt.purchaseOrderId)
                .setParameter("this", receipt.id())
                .setParameter("reversed", ReceiptStatus.REVERSED)
                .getResultList();
        return others;
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
                        .map(item -> told(item, Objects.requireNonNull(lines.get(item.purchaseOrderItemId))))
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
