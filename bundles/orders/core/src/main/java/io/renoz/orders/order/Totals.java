package io.renoz.orders.order;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.DraftLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ORD-01 to ORD-03: the amounts of an order, by the one arithmetic of all documents. */
final class Totals {

    private final DocumentTotals arithmetic;

    Totals(DocumentTotals arithmetic) {
        this.arithmetic = arithmetic;
    }

    /**
     * Computes the amounts of the lines and of the whole.
     *
     * @throws Problem {@code validation-failed} for amounts that cannot be kept, and for those a caller sent and insisted on
     */
    void compute(Order order) {
        List<OrderLine> lines = order.lines();
        CalculatedDocument computed = arithmetic.calculate(new DocumentDraft(
                lines.stream().map(Totals::draft).toList(),
                order.discountPercent,
                order.discountFixed,
                order.shippingAmount,
                order.shippingTaxRate,
                arithmetic.rounding()));
        if (Boolean.TRUE.equals(order.strictTotals)) {
            requireSame(order, computed);
        }
        for (int i = 0; i < lines.size(); i++) {
            CalculatedLine amounts = computed.lines().get(i);
            OrderLine line = lines.get(i);
            line.lineSubtotal = kept(line.lineSubtotal, amounts.subtotal());
            line.taxAmount = kept(line.taxAmount, amounts.tax());
            line.lineTotal = kept(line.lineTotal, amounts.total());
        }
        order.subtotal = kept(order.subtotal, computed.subtotal());
        order.discountAmount = kept(order.discountAmount, computed.discount());
        order.taxAmount = kept(order.taxAmount, computed.tax());
        order.total = kept(order.total, computed.total());
    }

    /** The same amount in another scale would look like a change. */
    private static BigDecimal kept(@Nullable BigDecimal before, BigDecimal now) {
        return before != null && before.compareTo(now) == 0 ? before : now;
    }

    private static DraftLine draft(OrderLine line) {
        return line.priced()
                ? new DraftLine(line.quantity, line.unitPrice, line.discountPercent, line.discountAmount, line.taxRate)
                : DraftLine.EMPTY;
    }

    /** ORD-02: totals that contradict are refused only where the caller asked for it. */
    private static void requireSame(Order order, CalculatedDocument computed) {
        var errors = new ArrayList<FieldError>();
        compare("subtotal", order.subtotal, computed.subtotal(), errors);
        compare("discountAmount", order.discountAmount, computed.discount(), errors);
        compare("taxAmount", order.taxAmount, computed.tax(), errors);
        compare("total", order.total, computed.total(), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void compare(String field, @Nullable BigDecimal sent, BigDecimal computed, List<FieldError> errors) {
        if (sent != null && sent.compareTo(Objects.requireNonNull(computed)) != 0) {
            errors.add(new FieldError("/" + field, "It comes to " + computed.toPlainString() + "."));
        }
    }
}
