package io.renoz.suppliers.purchase.order;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order would come to if it were changed; the order itself stays as it is. For one thread. */
public final class OrderSketch {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PurchaseOrder order;
    private final Map<UUID, PurchaseTotals.Line> lines = new LinkedHashMap<>();
    private final List<PurchaseTotals.Line> added = new ArrayList<>();
    private BigDecimal discount;
    private BigDecimal shipping;

    public OrderSketch(PurchaseOrder order) {
        this.order = order;
        this.discount = order.discountAmount;
        this.shipping = order.shippingAmount;
        order.lines().forEach(item -> lines.put(item.id(), item.priced()));
    }

    public void change(UUID item, @Nullable BigDecimal quantity, @Nullable BigDecimal unitPrice) {
        lines.computeIfPresent(
                item,
                (id, line) -> new PurchaseTotals.Line(
                        quantity == null ? line.quantity() : quantity,
                        unitPrice == null ? line.unitPrice() : unitPrice,
                        line.discountPercent(),
                        line.taxRate()));
    }

    public void remove(UUID item) {
        lines.computeIfPresent(
                item,
                (id, line) -> new PurchaseTotals.Line(line.quantity(), line.unitPrice(), HUNDRED, line.taxRate()));
    }

    public void add(BigDecimal quantity, BigDecimal unitPrice, BigDecimal taxRate) {
        added.add(new PurchaseTotals.Line(quantity, unitPrice, BigDecimal.ZERO, taxRate));
    }

    public void header(HeaderField field, @Nullable String value) {
        if (field == HeaderField.DISCOUNT_AMOUNT) {
            discount = OrderAmending.amount(value, "newValue");
        } else if (field == HeaderField.SHIPPING_AMOUNT) {
            shipping = OrderAmending.amount(value, "newValue");
        }
    }

    /**
     * The total, in the order's currency.
     *
     * @throws Problem {@code validation-failed} for a discount above what the lines come to
     */
    public BigDecimal total(BigDecimal freightRate) {
        var all = new ArrayList<>(lines.values());
        all.addAll(added);
        PurchaseTotals totals = PurchaseTotals.of(
                all, new PurchaseTotals.Terms(order.pricesIncludeTax, discount, shipping, freightRate));
        if (discount.compareTo(totals.subtotal()) > 0) {
            throw Problem.invalid("lines", "The discount would be more than the lines come to.");
        }
        totals.requireKeepable(order.rate().orElse(BigDecimal.ONE));
        return totals.total();
    }
}
