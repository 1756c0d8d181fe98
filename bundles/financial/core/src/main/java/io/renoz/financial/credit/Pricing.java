package io.renoz.financial.credit;

import io.renoz.data.Tables;
import io.renoz.financial.Money;
import io.renoz.financial.api.TaxType;
import io.renoz.orders.api.OrderLineSummary;
import io.renoz.problem.Problem;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.DraftLine;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.FlushModeType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-02: what the lines of a credit note are worth. */
@Component(service = Pricing.class)
public final class Pricing {

    private static final int LONGEST = 500;

    private final Tables tables;
    private final DocumentTotals totals;

    @Activate
    public Pricing(@Reference(target = "(domain=financial)") Tables tables, @Reference DocumentTotals totals) {
        this.tables = tables;
        this.totals = totals;
    }

    /** The highest number of a note's lines; new ones come after it, so that none changes its own. */
    int highest(UUID note) {
        Integer highest = tables.entities()
                .createQuery(
                        "select max(l.lineNumber) from CreditNoteLine l where l.creditNoteId = :note", Integer.class)
                .setParameter("note", note)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return highest == null ? 0 : highest;
    }

    /**
     * Numbers the lines that are new, prices all of them and sums them up.
     *
     * @param creditable of the note's order; null when it has none
     * @param top the highest number that was given
     * @throws Problem {@code validation-failed}
     */
    void price(CreditNote note, @Nullable Creditable creditable, int top) {
        int number = top;
        for (CreditNoteLine line : note.lines) {
            line.lineNumber = line.lineNumber == 0 ? ++number : line.lineNumber;
        }
        for (int i = 0; i < note.lines.size(); i++) {
            CreditNoteLine line = note.lines.get(i);
            if (line.orderLineItemId != null) {
                ofOrder(line, line.orderLineItemId, creditable, i);
            } else if (line.description == null || line.description.isBlank()) {
                throw Problem.invalid("lines/" + i + "/description", "A line of its own says what it is for.");
            }
        }
        priceOwn(
                note.lines.stream().filter(line -> line.orderLineItemId == null).toList());
        note.sum();
    }

    /**
     * FIN-03: refuses a note that has been priced when it goes beyond what is left of its order.
     *
     * @throws Problem {@code credit-exceeds-order}
     */
    static void requireRoom(CreditNote note, Creditable creditable) {
        for (int i = 0; i < note.lines.size(); i++) {
            CreditNoteLine line = note.lines.get(i);
            if (line.orderLineItemId != null) {
                creditable.requireQuantity(line.orderLineItemId, line.quantity, "/lines/" + i + "/quantity");
            }
        }
        creditable.requireMoney(note.amount);
    }

    private static void ofOrder(CreditNoteLine line, UUID orderLine, @Nullable Creditable creditable, int index) {
        Optional<OrderLineSummary> found = creditable == null ? Optional.empty() : creditable.line(orderLine);
        if (creditable == null || found.isEmpty()) {
            throw Problem.invalid("lines/" + index + "/orderLineItemId", "The order has no such line to credit.");
        }
        OrderLineSummary of = found.get();
        line.worth(creditable.credit(orderLine, line.quantity));
        line.productId = of.productId();
        line.taxType = TaxType.valueOf(of.taxType().name());
        line.taxRate = of.taxRate();
        line.unitPrice = line.lineSubtotal.divide(line.quantity, 2, RoundingMode.HALF_UP);
        if (line.description == null || line.description.isBlank()) {
            line.description = of.description()
                    .substring(0, Math.min(LONGEST, of.description().length()));
        }
    }

    private void priceOwn(List<CreditNoteLine> lines) {
        List<CalculatedLine> computed = totals.calculate(DocumentDraft.of(
                        lines.stream()
                                .map(line -> new DraftLine(line.quantity, line.unitPrice, null, null, line.taxRate))
                                .toList(),
                        totals.rounding()))
                .lines();
        for (int i = 0; i < lines.size(); i++) {
            CalculatedLine worth = computed.get(i);
            lines.get(i).worth(new Amounts(lines.get(i).quantity, Money.rounded(worth.net()), worth.tax()));
        }
    }
}
