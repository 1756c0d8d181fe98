package io.renoz.orders.fulfilment;

import io.renoz.data.Call;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Progress;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-12: takes goods off the shelf for an order whose row is locked, and puts them back. All of a call or nothing. */
@Component(service = Picking.class)
public final class Picking {

    private final Stock stock;
    private final Serials serials;
    private final Shares shares;
    private final Progress progress;
    private final Dates dates;

    @Activate
    public Picking(
            @Reference Stock stock,
            @Reference Serials serials,
            @Reference Shares shares,
            @Reference Progress progress,
            @Reference Dates dates) {
        this.stock = stock;
        this.serials = serials;
        this.shares = shares;
        this.progress = progress;
        this.dates = dates;
    }

    /**
     * Picks.
     *
     * @throws Problem {@code invalid-transition}, {@code over-pick}, {@code serial-required}, {@code serial-duplicate}, {@code
     *     serial-unavailable}, {@code insufficient-stock}, {@code validation-failed}
     */
    void pick(Order order, List<PickItem> items) {
        order.requireStatus(
                OrderStatus.PICKING,
                OrderStatus.CONFIRMED,
                OrderStatus.PICKING,
                OrderStatus.PICKED,
                OrderStatus.PARTIALLY_SHIPPED);
        stock.refresh(order);
        boolean kept = stock.on();
        Map<UUID, ProductSummary> products = stock.products(order.lines());
        Map<UUID, BigDecimal> taken = shares.handedOver(order.id());
        Instant now = dates.now();
        Map<UUID, Set<String>> chosen = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            PickItem item = items.get(i);
            String at = "items/" + i;
            OrderLine line = goods(order, item, at, products);
            BigDecimal left = line.quantity().subtract(line.qtyPicked()).subtract(Shares.of(taken, line.id()));
            if (item.quantity().compareTo(left) > 0) {
                throw over("over-pick", line, left.max(BigDecimal.ZERO), at, "to pick");
            }
            List<String> units = Serials.required(line, item.quantity(), item.serials(), at + "/serialNumbers");
            if (kept && Stock.tracked(line, products)) {
                requireHeld(line, item.quantity());
                choose(line, units);
            }
            take(line, item.quantity(), units, now);
            units.forEach(unit -> once(chosen, line.productId().orElseThrow(), unit));
        }
        serials.requireFree(chosen);
        progress.update(order);
    }

    private static void once(Map<UUID, Set<String>> chosen, UUID product, String unit) {
        if (!chosen.computeIfAbsent(product, id -> new HashSet<>()).add(unit)) {
            throw Problem.of("serial-duplicate", "Serial number " + unit + " is named twice.")
                    .with("serialNumber", unit);
        }
    }

    private void choose(OrderLine line, List<String> units) {
        if (!units.isEmpty()) {
            stock.allocate(line, units);
        }
    }

    private void take(OrderLine line, BigDecimal quantity, List<String> units, Instant now) {
        if (!units.isEmpty()) {
            UUID product = line.productId().orElseThrow();
            units.forEach(unit ->
                    serials.add(new OrderLineSerial(line.id(), product, unit, LineSerialStatus.ALLOCATED, now)));
        }
        line.pick(quantity);
        line.pickedBy(Call.user().orElse(null), now);
    }

    /** The line an item means, if it is one of goods and the quantity is one of them. */
    private static OrderLine goods(Order order, PickItem item, String at, Map<UUID, ProductSummary> products) {
        OrderLine line = order.line(item.orderLineItemId())
                .orElseThrow(() -> Problem.invalid(at + "/orderLineItemId", "The order has no such line."));
        if (!line.deliverable() || !line.shippable()) {
            throw Problem.invalid(at + "/orderLineItemId", "Line " + line.lineNumber() + " has nothing to pick.");
        }
        boolean takes = line.productId()
                .map(products::get)
                .map(product -> product.takes(item.quantity()))
                .orElse(true);
        if (!takes || (line.serialized() && item.quantity().stripTrailingZeros().scale() > 0)) {
            throw Problem.invalid(at + "/quantity", "Line " + line.lineNumber() + " is picked in whole units.");
        }
        return line;
    }

    /** ORD-12: what is picked has to be held in stock for the line. */
    private static void requireHeld(OrderLine line, BigDecimal quantity) {
        BigDecimal held = line.qtyReserved()
                .subtract(line.qtyPicked().subtract(line.qtyShipped()))
                .max(BigDecimal.ZERO);
        if (quantity.compareTo(held) > 0) {
            throw Problem.of("insufficient-stock", "Not enough is reserved for line " + line.lineNumber() + ".")
                    .with(
                            "shortages",
                            List.of(Map.of(
                                    "orderLineItemId", line.id(),
                                    "productId", line.productId().orElseThrow(),
                                    "requested", quantity,
                                    "available", held,
                                    "short", quantity.subtract(held))));
        }
    }

    private static Problem over(String slug, OrderLine line, BigDecimal left, String at, String what) {
        String text = "Of line " + line.lineNumber() + " no more than "
                + left.stripTrailingZeros().toPlainString() + " are " + what + ".";
        return Problem.of(slug, text)
                .with(List.of(new Problem.FieldError("/" + at + "/quantity", text)))
                .with("orderLineItemId", line.id())
                .with("left", left);
    }

    /**
     * Puts back; the goods stay reserved.
     *
     * @throws Problem {@code invalid-transition}, {@code under-pick}, {@code already-in-shipment}, {@code serial-required},
     *     {@code serial-not-allocated}, {@code validation-failed}
     */
    void unpick(Order order, List<PickItem> items) {
        order.requireStatus(
                OrderStatus.CONFIRMED,
                OrderStatus.CONFIRMED,
                OrderStatus.PICKING,
                OrderStatus.PICKED,
                OrderStatus.PARTIALLY_SHIPPED,
                OrderStatus.SHIPPED);
        Map<UUID, ProductSummary> products = stock.products(order.lines());
        Map<UUID, BigDecimal> packed = shares.packed(order.id(), null);
        List<OrderLineSerial> units =
                serials.of(items.stream().map(PickItem::orderLineItemId).toList());
        for (int i = 0; i < items.size(); i++) {
            PickItem item = items.get(i);
            String at = "items/" + i;
            OrderLine line = goods(order, item, at, products);
            BigDecimal here = line.qtyPicked().subtract(line.qtyShipped());
            if (item.quantity().compareTo(line.qtyPicked()) > 0) {
                throw over("under-pick", line, line.qtyPicked(), at, "picked");
            }
            if (item.quantity().compareTo(here.subtract(Shares.of(packed, line.id()))) > 0) {
                throw Problem.of("already-in-shipment", "Of line " + line.lineNumber() + " that much is in shipments.")
                        .with("orderLineItemId", line.id());
            }
            release(line, Serials.required(line, item.quantity(), item.serials(), at + "/serialNumbers"), units);
            line.pick(item.quantity().negate());
        }
        stock.refresh(order);
        progress.update(order);
    }

    private void release(OrderLine line, List<String> named, List<OrderLineSerial> units) {
        var gone = new ArrayList<OrderLineSerial>();
        for (String serial : named) {
            OrderLineSerial unit = units.stream()
                    .filter(one -> one.orderLineItemId.equals(line.id()) && one.serialNumber.equals(serial))
                    .filter(one -> one.status == LineSerialStatus.ALLOCATED)
                    .findFirst()
                    .orElseThrow(() -> Problem.of(
                                    "serial-not-allocated",
                                    "Serial number " + serial + " is not on line " + line.lineNumber() + ".")
                            .with("serialNumber", serial));
            if (unit.shipmentItemId != null && serials.packed(unit.shipmentItemId)) {
                throw Problem.of("already-in-shipment", "Serial number " + serial + " is in a shipment.")
                        .with("serialNumber", serial);
            }
            gone.add(unit);
        }
        stock.deallocate(line, named);
        gone.forEach(serials::remove);
    }
}
