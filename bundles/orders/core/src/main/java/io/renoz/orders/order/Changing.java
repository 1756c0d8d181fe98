package io.renoz.orders.order;

import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.order.OrderChange.Act;
import io.renoz.orders.order.OrderChange.LineChange;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-17: changes the lines and terms of orders past their draft; or tries to, to see what they would come to. */
@Component(service = Changing.class)
public final class Changing {

    private static final int PLACES = 3;

    private final Drafting drafting;
    private final Expansion expansion;

    @Activate
    public Changing(@Reference Drafting drafting, @Reference Expansion expansion) {
        this.drafting = drafting;
        this.expansion = expansion;
    }

    /**
     * What an order would come to, were it changed so.
     *
     * @throws Problem as {@link #change}
     */
    public BigDecimal preview(Order order, OrderChange change) {
        Order sketch = Sketch.of(order);
        change(sketch, change);
        return sketch.total;
    }

    /**
     * Changes an order that has been locked, and totals it anew.
     *
     * @throws Problem {@code validation-failed} with pointers below {@code /items}; {@code unpick-first}, {@code below-shipped},
     *     {@code empty-order}
     */
    public void change(Order order, OrderChange change) {
        Lookup lookup = look(order, change);
        var errors = new ArrayList<FieldError>();
        var added = new ArrayList<OrderLine>();
        for (int i = 0; i < change.lines().size(); i++) {
            LineChange one = change.lines().get(i);
            if (one.act() == Act.ADD) {
                OrderLine line = fresh(order, one);
                List<FieldError> theirs = new ArrayList<>();
                new LineDrafting(order, lookup, false, theirs).add(line, i);
                theirs.forEach(error -> errors.add(moved(error)));
                added.add(line);
            } else {
                existing(order, one, lookup, i, errors);
            }
        }
        terms(order, change, lookup, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        List<OrderLine> components = expansion.components(order, added);
        order.lines.addAll(components);
        added.addAll(components);
        Map<UUID, ProductSummary> products = expansion.products(added);
        expansion.cost(added, products);
        if (order.lines.stream().noneMatch(OrderLine::priced)) {
            throw Problem.of("empty-order", "The last line goes with the order: cancel it instead.");
        }
        drafting.total(order);
    }

    private Lookup look(Order order, OrderChange change) {
        List<Lookup.Goods> goods = new ArrayList<>();
        for (LineChange one : change.lines()) {
            OrderLine line =
                    one.lineId() == null ? null : order.line(one.lineId()).orElse(null);
            UUID product = line == null ? one.productId() : line.productId;
            BigDecimal quantity = one.quantity() == null && line != null ? line.quantity : one.quantity();
            if (product != null && quantity != null) {
                goods.add(new Lookup.Goods(product, quantity));
            }
        }
        return drafting.look(List.of(new Lookup.Wanted(order.customerId, order.orderDate, goods)));
    }

    /** Lines of the drafting are items of the amendment. */
    private static FieldError moved(FieldError error) {
        return new FieldError(
                error.pointer()
                        .replaceFirst("^/lines/", "/items/")
                        .replaceFirst("/quantity$", "/quantityAfter")
                        .replaceFirst("/unitPrice$", "/unitPriceAfter"),
                error.message());
    }

    private static OrderLine fresh(Order order, LineChange change) {
        return OrderLine.of(
                order.id(),
                new LineInput(
                        null,
                        null,
                        OrderLineType.ITEM,
                        change.productId(),
                        null,
                        change.description(),
                        change.quantity(),
                        null,
                        change.unitPrice(),
                        change.discountPercent(),
                        change.discountAmount(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private void existing(Order order, LineChange change, Lookup lookup, int i, List<FieldError> errors) {
        OrderLine line =
                change.lineId() == null ? null : order.line(change.lineId()).orElse(null);
        if (line == null || line.removed()) {
            errors.add(new FieldError("/items/" + i + "/orderLineItemId", "The order has no such line."));
        } else if (!line.priced()) {
            errors.add(new FieldError("/items/" + i + "/orderLineItemId", "Only lines that are sold are changed."));
        } else if (change.act() == Act.REMOVE) {
            family(order, line).forEach(one -> shrink(one, BigDecimal.ZERO));
            family(order, line).forEach(OrderLine::remove);
        } else {
            modify(order, line, change, lookup, i, errors);
        }
    }

    /** A line and, of a bundle, what is in it. */
    private static List<OrderLine> family(Order order, OrderLine line) {
        return order.lines.stream()
                .filter(one -> one == line || line.id().equals(one.parentLineId))
                .toList();
    }

    private static void modify(
            Order order, OrderLine line, LineChange change, Lookup lookup, int i, List<FieldError> errors) {
        if (change.quantity() != null) {
            if (change.quantity().signum() <= 0) {
                errors.add(new FieldError("/items/" + i + "/quantityAfter", "The quantity is above 0."));
                return;
            }
            if (!takes(line, change.quantity(), lookup)) {
                errors.add(
                        new FieldError("/items/" + i + "/quantityAfter", "Of this product there are whole ones only."));
                return;
            }
            resize(order, line, change.quantity());
        }
        if (change.unitPrice() != null && change.unitPrice().compareTo(line.unitPrice) != 0) {
            line.unitPrice = change.unitPrice();
            line.priceSource = OrderLine.MANUAL;
        }
        line.discountPercent = change.discountPercent() == null ? line.discountPercent : change.discountPercent();
        line.discountAmount = change.discountAmount() == null ? line.discountAmount : change.discountAmount();
    }

    private static boolean takes(OrderLine line, BigDecimal quantity, Lookup lookup) {
        return line.productId == null
                || lookup.product(line.productId)
                        .map(product -> product.takes(quantity))
                        .orElse(true);
    }

    /** A bundle's components grow and shrink with it. */
    private static void resize(Order order, OrderLine line, BigDecimal to) {
        BigDecimal from = line.quantity;
        for (OrderLine one : family(order, line)) {
            BigDecimal now = one == line ? to : one.quantity.multiply(to).divide(from, PLACES, RoundingMode.HALF_UP);
            shrink(one, now);
            one.resize(now);
        }
    }

    /** ORD-17: what is picked or shipped already cannot be taken out of the order. */
    private static void shrink(OrderLine line, BigDecimal to) {
        if (to.compareTo(line.qtyShipped.max(line.qtyDelivered)) < 0) {
            throw Problem.of("below-shipped", "Line " + line.lineNumber + " has been shipped further than that.")
                    .with("lineId", line.id())
                    .with("qtyShipped", line.qtyShipped);
        }
        if (to.compareTo(line.qtyPicked) < 0) {
            throw Problem.of("unpick-first", "Line " + line.lineNumber + " has been picked further than that.")
                    .with("lineId", line.id())
                    .with("qtyPicked", line.qtyPicked);
        }
    }

    private static void terms(Order order, OrderChange change, Lookup lookup, List<FieldError> errors) {
        order.shippingAmount = changed(change.shippingAmount(), order.shippingAmount);
        order.discountPercent = change.discountPercent() == null ? order.discountPercent : change.discountPercent();
        order.discountFixed = change.discountFixed() == null ? order.discountFixed : change.discountFixed();
        order.requiredDate = change.requiredDate() == null ? order.requiredDate : change.requiredDate();
        order.promisedDate = change.promisedDate() == null ? order.promisedDate : change.promisedDate();
        if (change.customerAddressId() != null) {
            lookup.address(change.customerAddressId())
                    .filter(known -> known.customerId().equals(order.customerId))
                    .ifPresentOrElse(
                            known -> deliveredTo(order).copy(known, order.customerName),
                            () -> errors.add(
                                    new FieldError("/newCustomerAddressId", "This is no address of the customer.")));
        }
    }

    private static BigDecimal changed(@Nullable BigDecimal wanted, BigDecimal present) {
        return wanted == null ? present : wanted;
    }

    private static OrderAddress deliveredTo(Order order) {
        return order.address(OrderAddressType.SHIPPING).orElseGet(() -> {
            var address = new OrderAddress(order.id(), OrderAddressType.SHIPPING);
            order.addresses.add(address);
            return address;
        });
    }
}
