package io.renoz.orders.order;

import io.renoz.orders.api.OrderLineType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-16: an order shrinks to what was shipped of it. */
@Component(service = Remainder.class)
public final class Remainder {

    private static final int PLACES = 3;

    private final Drafting drafting;
    private final Amending amending;

    @Activate
    public Remainder(@Reference Drafting drafting, @Reference Amending amending) {
        this.drafting = drafting;
        this.amending = amending;
    }

    /**
     * Gives up what was not shipped, of an order that has been locked. Labour and the like, which nobody ships, stays. A bundle
     * keeps as much of its price as it kept of its goods.
     */
    public void close(Order order) {
        Money money = amending.money(order);
        for (OrderLine bundle : order.lines()) {
            if (bundle.lineType == OrderLineType.BUNDLE) {
                shrink(bundle, share(order, bundle));
            }
        }
        for (OrderLine line : order.lines()) {
            if (line.deliverable() && line.isShippable) {
                shrink(line, line.qtyShipped);
            }
        }
        drafting.total(order);
        amending.settle(order, money);
    }

    private static void shrink(OrderLine line, BigDecimal to) {
        if (to.signum() == 0) {
            line.remove();
        } else if (to.compareTo(line.quantity) != 0) {
            line.resize(to);
        }
    }

    private static BigDecimal share(Order order, OrderLine bundle) {
        List<OrderLine> goods = order.lines.stream()
                .filter(line -> bundle.id().equals(line.parentLineId) && line.isShippable)
                .toList();
        BigDecimal all = goods.stream().map(line -> line.quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal shipped = goods.stream().map(line -> line.qtyShipped).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0
                ? bundle.quantity
                : bundle.quantity.multiply(shipped).divide(all, PLACES, RoundingMode.HALF_UP);
    }
}
