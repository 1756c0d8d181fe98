package io.renoz.financial.credit;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.financial.Money;
import io.renoz.financial.api.TaxType;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Line of a credit note: a part of a line of the order, or an amount of its own. */
@Entity
@Table(schema = "financial", name = "credit_note_line_items")
@Audited(type = "credit_note_line_item", name = "description", parent = "creditNoteId", parentType = "credit_note")
public class CreditNoteLine extends TenantRecord {

    UUID creditNoteId;

    int lineNumber;

    @Nullable
    UUID orderLineItemId;

    @Nullable
    UUID productId;

    @Nullable
    String description;

    BigDecimal quantity = BigDecimal.ONE;
    BigDecimal unitPrice = Money.ZERO;
    TaxType taxType = TaxType.GST;
    BigDecimal taxRate = Money.ZERO;
    BigDecimal lineSubtotal = Money.ZERO;
    BigDecimal taxAmount = Money.ZERO;
    BigDecimal lineTotal = Money.ZERO;
    boolean restock;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected CreditNoteLine() {}

    /** Takes what it is worth. */
    void worth(Amounts amounts) {
        lineSubtotal = amounts.net();
        taxAmount = amounts.tax();
        lineTotal = amounts.total();
    }

    Amounts amounts() {
        return new Amounts(quantity, lineSubtotal, taxAmount);
    }
}
