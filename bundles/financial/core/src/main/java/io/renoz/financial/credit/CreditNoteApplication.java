package io.renoz.financial.credit;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Where credit went: an order it settled, or money paid out. The row stays when the use is taken back. */
@Entity
@Table(schema = "financial", name = "credit_note_applications")
@Audited(type = "credit_note_application", parent = "creditNoteId", parentType = "credit_note")
public class CreditNoteApplication extends TenantRecord {

    UUID creditNoteId;
    CreditUse use = CreditUse.ORDER;

    @Nullable
    UUID orderId;

    BigDecimal amount;
    LocalDate appliedOn;

    @Nullable
    UUID appliedBy;

    @Nullable
    String refundMethod;

    @Nullable
    String refundReference;

    @Nullable
    Instant reversedAt;

    @Nullable
    UUID reversedBy;

    @Nullable
    String reverseReason;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected CreditNoteApplication() {}

    private CreditNoteApplication(UUID note, CreditUse use, BigDecimal amount, LocalDate on, @Nullable UUID by) {
        this.creditNoteId = note;
        this.use = use;
        this.amount = amount;
        this.appliedOn = on;
        this.appliedBy = by;
    }

    static CreditNoteApplication toOrder(UUID note, UUID order, BigDecimal amount, LocalDate on, @Nullable UUID by) {
        var made = new CreditNoteApplication(note, CreditUse.ORDER, amount, on, by);
        made.orderId = order;
        return made;
    }

    static CreditNoteApplication refund(
            UUID note,
            BigDecimal amount,
            LocalDate on,
            @Nullable UUID by,
            @Nullable String method,
            @Nullable String reference) {
        var made = new CreditNoteApplication(note, CreditUse.REFUND, amount, on, by);
        made.refundMethod = method;
        made.refundReference = reference;
        return made;
    }

    /**
     * FIN-07: takes the use back, once.
     *
     * @throws Problem {@code already-reversed}
     */
    void reverse(String why, @Nullable UUID by, Instant at) {
        if (reversedAt != null) {
            throw Problem.of("already-reversed", "This use of the credit was taken back already.");
        }
        reversedAt = at;
        reversedBy = by;
        reverseReason = why;
    }
}
