package io.renoz.financial.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credit note another module wants to have, as for a return.
 *
 * @param orderId the order it corrects; null only for goodwill on account
 * @param customerId whose; null: the customer of the order
 * @param reason printed; at most 1,000 characters
 * @param returnAuthorizationId the return that brought it about
 * @param lines lines of the order, credited to what was charged for them; not empty with an order
 * @param otherLines amounts that are no line of the order, as freight or a fee taken off again
 */
public record NewCreditNote(
        @Nullable UUID orderId,
        @Nullable UUID customerId,
        CreditNoteReason reasonCode,
        String reason,
        @Nullable UUID returnAuthorizationId,
        List<ReturnedLine> lines,
        List<OtherLine> otherLines) {

    public NewCreditNote {
        lines = List.copyOf(lines);
        otherLines = List.copyOf(otherLines);
    }

    /**
     * Part of a line of the order.
     *
     * @param quantity above 0, at most what was ordered less what was credited already
     * @param restock whether the goods came back
     */
    public record ReturnedLine(UUID orderLineId, BigDecimal quantity, boolean restock) {}

    /**
     * A line of its own.
     *
     * @param description at most 500 characters
     * @param unitPrice 0 or more, without tax
     * @param taxRate percent; 0 unless the type is {@link TaxType#GST}
     */
    public record OtherLine(
            String description, BigDecimal quantity, BigDecimal unitPrice, TaxType taxType, BigDecimal taxRate) {}
}
