package io.renoz.suppliers.purchase.cost;

import io.renoz.data.Tables;
import io.renoz.suppliers.purchase.order.OrderValues;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows what orders cost beyond their goods. */
@Component(service = LandedCosts.class)
public final class LandedCosts {

    private final Tables tables;

    @Activate
    public LandedCosts(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
    }

    /** SUP-13: an order's goods with their costs; goods are worth nothing while the order has no exchange rate. */
    public Landing of(PurchaseOrder order) {
        BigDecimal rate = order.rate().orElse(BigDecimal.ZERO);
        Map<UUID, BigDecimal> goods = OrderValues.net(order).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().multiply(rate)));
        return Landing.of(
                OrderValues.wanted(order),
                goods,
                costs(order.id()).stream()
                        .map(cost -> new Landing.Cost(
                                cost.id(), cost.costType, cost.amountBase, cost.allocationMethod, cost.isCapitalized))
                        .toList());
    }

    /** SUP-19: what the supplier of the goods bills besides them on the same invoice, in the order's currency. */
    BigDecimal included(PurchaseOrder order) {
        return costs(order.id()).stream()
                .filter(cost -> cost.isIncludedInTotal)
                .map(cost -> inCurrencyOf(order, cost))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal inCurrencyOf(PurchaseOrder order, PurchaseCost cost) {
        return Objects.equals(cost.currency, order.currency())
                ? cost.amount
                : cost.amountBase.divide(order.requireRate(), 2, RoundingMode.HALF_UP);
    }

    private List<PurchaseCost> costs(UUID order) {
        return tables.entities()
                .createQuery(
                        "select c from PurchaseCost c where c.purchaseOrderId = :order order by c.id",
                        PurchaseCost.class)
                .setParameter("order", order)
                .getResultList();
    }
}
