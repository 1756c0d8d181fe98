package io.renoz.financial.credit;

import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.TaxType;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a credit note. Lines come along: those with an id are changed, those without are new, and those left
 * out of a list that is sent go.
 *
 * @param orderId the order it corrects; left out for goodwill on account
 * @param reasonCode goodwill where there is no order, else other, when left out
 */
public record CreditNoteInput(
        @Nullable UUID orderId,
        @NotNull UUID customerId,
        CreditNoteReason reasonCode,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Size(max = 2000) String internalNotes,
        @Size(max = CreditNoteInput.MOST_LINES) List<@Valid @NotNull Line> lines) {

    static final int MOST_LINES = 500;

    /** FIN-01: without an order it is goodwill. */
    public CreditNoteInput {
        if (reasonCode == null) {
            reasonCode = orderId == null ? CreditNoteReason.GOODWILL : CreditNoteReason.OTHER;
        }
        lines = lines == null ? List.of() : new ArrayList<>(lines);
        if (orderId == null && reasonCode != CreditNoteReason.GOODWILL) {
            throw Problem.invalid("reasonCode", "A credit note that corrects no order is goodwill.");
        }
    }

    /**
     * A line.
     *
     * @param id of one that is there; left out for a new one
     * @param orderLineItemId the line of the order that is credited; what it is worth is computed, and price and tax are not asked
     * @param description left out to take that of the order's line
     * @param unitPrice without tax, of a line of its own
     * @param restock whether the goods came back
     */
    public record Line(
            @Nullable UUID id,
            @Nullable UUID orderLineItemId,
            @Nullable UUID productId,
            @Nullable @Size(max = 500) String description,

            @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal unitPrice,

            TaxType taxType,

            @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal taxRate,

            boolean restock) {

        public Line {
            quantity = quantity == null ? BigDecimal.ONE : quantity;
            unitPrice = unitPrice == null ? BigDecimal.ZERO : unitPrice;
            taxRate = taxRate == null ? BigDecimal.ZERO : taxRate;
            taxType = taxType == null ? TaxType.GST : taxType;
            if (orderLineItemId == null && taxType != TaxType.GST && taxRate.signum() > 0) {
                throw Problem.invalid("taxRate", "Only lines of the type gst are taxed.");
            }
        }
    }
}
