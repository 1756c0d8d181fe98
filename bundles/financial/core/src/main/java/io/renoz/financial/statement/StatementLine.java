package io.renoz.financial.statement;

import io.renoz.data.entity.TenantRecord;
import io.renoz.financial.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Entry of a statement as it was printed. */
@Entity
@Table(schema = "financial", name = "statement_lines")
public class StatementLine extends TenantRecord {

    UUID statementId;
    int lineNumber;
    LocalDate entryDate;
    StatementEntryType entryType;

    @Nullable
    UUID orderId;

    @Nullable
    String documentNumber;

    String description;
    BigDecimal debit = Money.ZERO;
    BigDecimal credit = Money.ZERO;
    BigDecimal balance = Money.ZERO;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected StatementLine() {}

    /** {@code amount} adds to what is owed; below 0 it takes from it. */
    StatementLine(
            UUID statement,
            int number,
            LocalDate date,
            StatementEntryType type,
            String description,
            BigDecimal amount,
            BigDecimal balance) {
        this.statementId = statement;
        this.lineNumber = number;
        this.entryDate = date;
        this.entryType = type;
        this.description = description;
        this.debit = amount.max(Money.ZERO);
        this.credit = amount.negate().max(Money.ZERO);
        this.balance = balance;
    }
}
