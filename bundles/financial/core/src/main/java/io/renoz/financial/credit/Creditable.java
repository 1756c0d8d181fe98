package io.renoz.financial.credit;

import io.renoz.financial.Money;
import io.renoz.orders.api.OrderLineSummary;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was charged for an order, and how much of it was credited by notes in force. Not thread-safe. */
final class Creditable {

    private final OrderSummary order;
    private final Map<UUID, OrderLineSummary> lines = new LinkedHashMap<>();
    private final Map<UUID, Amounts> charged;
    private final Map<UUID, Amounts> credited;
    private final Amounts inAll;

    /**
     * Puts both side by side.
     *
     * @param charged by line, after line discounts and shares of the order's discount
     * @param credited by line
     * @param inAll credited, lines of the order or not
     */
    Creditable(
            OrderSummary order,
            List<OrderLineSummary> lines,
            Map<UUID, Amounts> charged,
            Map<UUID, Amounts> credited,
            Amounts inAll) {
        this.order = order;
        lines.forEach(line -> this.lines.put(line.id(), line));
        this.charged = charged;
        this.credited = new LinkedHashMap<>(credited);
        this.inAll = inAll;
    }

    OrderSummary order() {
        return order;
    }

    /** Lines that something was charged for, each with the quantity that was not credited yet, above 0. */
    Map<OrderLineSummary, BigDecimal> left() {
        var left = new LinkedHashMap<OrderLineSummary, BigDecimal>();
        lines.values().forEach(line -> {
            BigDecimal quantity = line.quantity().subtract(creditedOf(line.id()).quantity());
            if (charged.containsKey(line.id()) && line.lineType() != OrderLineType.COMPONENT && quantity.signum() > 0) {
                left.put(line, quantity);
            }
        });
        return left;
    }

    /** Money that was not credited yet, with tax. */
    BigDecimal moneyLeft() {
        return order.total().subtract(inAll.total());
    }

    private Amounts creditedOf(UUID line) {
        return credited.getOrDefault(line, Amounts.NONE);
    }

    /** The line of the order; empty when it is another order's, a section or a note. */
    Optional<OrderLineSummary> line(UUID id) {
        return Optional.ofNullable(lines.get(id)).filter(line -> charged.containsKey(line.id()));
    }

    /** FIN-02: credits so much of a line, which counts as credited from now on. */
    Amounts credit(UUID line, BigDecimal quantity) {
        Amounts whole = charged.get(line);
        if (whole == null) {
            throw Problem.notFound("line of the order");
        }
        Amounts piece = Crediting.next(whole, creditedOf(line), quantity);
        credited.put(line, creditedOf(line).plus(piece));
        return piece;
    }

    /** FIN-03: refuses when more of a line was credited, by now, than there is. */
    void requireQuantity(UUID line, BigDecimal asked, String pointer) {
        BigDecimal ordered = charged.getOrDefault(line, Amounts.NONE).quantity();
        BigDecimal over = creditedOf(line).quantity().subtract(ordered);
        if (over.signum() > 0) {
            BigDecimal left = asked.subtract(over).max(BigDecimal.ZERO);
            throw exceeds("Only " + left.stripTrailingZeros().toPlainString() + " of this line are left to credit.")
                    .with("orderLineItemId", line)
                    .with("left", left)
                    .with(List.of(new FieldError(pointer, "More than what is left.")));
        }
    }

    /** FIN-03: refuses an amount that goes beyond the order's total. */
    void requireMoney(BigDecimal amount) {
        if (amount.compareTo(moneyLeft()) > 0) {
            BigDecimal left = moneyLeft().max(Money.ZERO);
            throw exceeds("Only " + left + " of the order are left to credit.").with("left", left);
        }
    }

    private Problem exceeds(String detail) {
        return Problem.of("credit-exceeds-order", detail).with("orderId", order.id());
    }

    /** The freight that was charged, with its tax; its quantity is 1. */
    Amounts freight() {
        BigDecimal ofLines = Money.sum(
                lines.values().stream().map(OrderLineSummary::taxAmount).toList());
        return new Amounts(
                BigDecimal.ONE, order.shippingAmount(), order.taxAmount().subtract(ofLines));
    }
}
