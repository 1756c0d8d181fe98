package io.renoz.suppliers.purchase.cost;

import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import io.renoz.suppliers.purchase.order.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * SUP-13: what the goods of an order cost with everything, in the organization's currency.
 *
 * @param lines those of which something is wanted, by their numbers
 */
public record Landing(List<Line> lines) {

    private static final int CENTS = 2;

    /** A cost that is to be spread. */
    record Cost(UUID id, CostType type, BigDecimal amountBase, AllocationMethod method, boolean capitalized) {}

    /** What a line bears of a cost. */
    public record Share(UUID costId, CostType costType, BigDecimal amountBase, boolean capitalized) {}

    /**
     * A line.
     *
     * @param goods value of the whole line after all discounts, not rounded
     */
    public record Line(PurchaseOrderItem item, BigDecimal goods, List<Share> shares) {

        /** What all of the line costs, less what is not for the stock. */
        BigDecimal capitalized() {
            return sum(shares.stream().filter(Share::capitalized).toList());
        }

        BigDecimal expensed() {
            return sum(shares.stream().filter(share -> !share.capitalized).toList());
        }

        private static BigDecimal sum(List<Share> shares) {
            return shares.stream().map(Share::amountBase).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
        }

        /** Landed value of so much of it. */
        public BigDecimal value(BigDecimal quantity) {
            return goods.add(capitalized()).multiply(quantity).divide(item.quantity(), CENTS, RoundingMode.HALF_UP);
        }

        /** What one unit costs after discounts, without other costs. */
        public BigDecimal unitGoods() {
            return goods.divide(item.quantity(), CENTS, RoundingMode.HALF_UP);
        }
    }

    public Landing {
        lines = List.copyOf(lines);
    }

    /** {@code goods} is what each item is worth after all discounts, in the organization's currency. */
    static Landing of(List<PurchaseOrderItem> items, Map<UUID, BigDecimal> goods, List<Cost> costs) {
        List<List<Share>> shares = new ArrayList<>();
        items.forEach(item -> shares.add(new ArrayList<>()));
        for (Cost cost : costs) {
            List<BigDecimal> parts = spread(cost.amountBase, cost.method, items);
            for (int i = 0; i < items.size(); i++) {
                shares.get(i).add(new Share(cost.id, cost.type, parts.get(i), cost.capitalized));
            }
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < items.size(); i++) {
            PurchaseOrderItem item = items.get(i);
            lines.add(new Line(item, goods.getOrDefault(item.id(), BigDecimal.ZERO), List.copyOf(shares.get(i))));
        }
        return new Landing(lines);
    }

    private static List<BigDecimal> spread(BigDecimal amount, AllocationMethod method, List<PurchaseOrderItem> items) {
        return spread(
                amount,
                method,
                items.stream().map(PurchaseOrderItem::lineSubtotal).toList(),
                items.stream().map(PurchaseOrderItem::weight).toList(),
                items.stream().map(PurchaseOrderItem::quantity).toList());
    }

    /** What each line bears of an amount; in equal parts where the lines have nothing of what it goes by. */
    static List<BigDecimal> spread(
            BigDecimal amount,
            AllocationMethod method,
            List<BigDecimal> values,
            List<BigDecimal> weights,
            List<BigDecimal> quantities) {
        return Shares.of(
                amount,
                switch (method) {
                    case EQUAL -> Collections.nCopies(values.size(), BigDecimal.ONE);
                    case BY_VALUE -> values;
                    case BY_WEIGHT -> weights;
                    case BY_QUANTITY -> quantities;
                });
    }

    /** A line by its item. */
    public Line of(UUID item) {
        return lines.stream()
                .filter(line -> line.item.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such line."));
    }
}
