package io.renoz.financial.credit;

import static io.renoz.financial.api.CreditNoteStatus.APPLIED;
import static io.renoz.financial.api.CreditNoteStatus.DRAFT;
import static io.renoz.financial.api.CreditNoteStatus.ISSUED;
import static io.renoz.financial.api.CreditNoteStatus.PARTIALLY_APPLIED;
import static io.renoz.financial.api.CreditNoteStatus.VOIDED;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.financial.Money;
import io.renoz.financial.Transitions;
import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.api.CreditNoteSummary;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Document that lowers what a customer owes. Only drafts are deleted; a number that was given stays. */
@Entity
@Table(schema = "financial", name = "credit_notes")
@Audited(type = "credit_note", name = "creditNoteNumber", customer = "customerId")
public class CreditNote extends KeptRecord {

    private static final String THING = "A credit note";

    @Searchable
    @Nullable
    String creditNoteNumber;

    @Nullable
    UUID orderId;

    UUID customerId;

    @Searchable
    String customerName;

    CreditNoteStatus status = DRAFT;
    CreditNoteReason reasonCode = CreditNoteReason.OTHER;

    @Searchable
    String reason;

    @Nullable
    LocalDate issueDate;

    String currency;
    BigDecimal subtotal = Money.ZERO;
    BigDecimal taxAmount = Money.ZERO;
    BigDecimal amount = Money.ZERO;
    BigDecimal appliedAmount = Money.ZERO;
    BigDecimal refundedAmount = Money.ZERO;
    BigDecimal remainingAmount = Money.ZERO;

    @Nullable
    UUID returnAuthorizationId;

    @Nullable
    UUID issuedBy;

    @Nullable
    Instant issuedAt;

    @Nullable
    UUID approvedBy;

    @Nullable
    Instant approvedAt;

    @Nullable
    UUID voidedBy;

    @Nullable
    Instant voidedAt;

    @Nullable
    String voidReason;

    @Nullable
    Instant sentAt;

    @Nullable
    UUID documentAttachmentId;

    @Nullable
    String internalNotes;

    @Nullable
    String clientRequestId;

    @Transient
    @Parts("creditNoteId")
    List<CreditNoteLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected CreditNote() {}

    public EntityLabel label() {
        return creditNoteNumber == null
                ? EntityLabel.named("Draft for " + customerName)
                : EntityLabel.numbered(customerName, creditNoteNumber);
    }

    CreditNoteSummary summary() {
        return new CreditNoteSummary(
                id(),
                creditNoteNumber,
                orderId,
                customerId,
                status,
                reasonCode,
                issueDate,
                currency,
                subtotal,
                taxAmount,
                amount,
                appliedAmount,
                refundedAmount,
                remainingAmount,
                returnAuthorizationId);
    }

    /** Sums its lines; the approval of other amounts does not hold for these. */
    void sum() {
        subtotal = Money.sum(lines.stream().map(line -> line.lineSubtotal).toList());
        taxAmount = Money.sum(lines.stream().map(line -> line.taxAmount).toList());
        amount = subtotal.add(taxAmount);
        remainingAmount = amount;
    }

    void requireMove(CreditNoteStatus to) {
        boolean possible =
                switch (to) {
                    case ISSUED -> status == DRAFT;
                    case PARTIALLY_APPLIED, APPLIED -> status == ISSUED || status == PARTIALLY_APPLIED;
                    case VOIDED -> status != VOIDED;
                    case DRAFT -> false;
                };
        if (!possible) {
            throw Transitions.refused(THING, status, to);
        }
    }

    /**
     * FIN-04: drafts change freely, documents do not.
     *
     * @throws Problem {@code invalid-state}
     */
    void requireDraft() {
        if (status != DRAFT) {
            throw Problem.of(
                            "invalid-state",
                            "A credit note that was issued does not change; only its internal notes do.")
                    .with("status", Coded.of(status));
        }
    }

    /** Whether it is a document that was not taken back. */
    boolean inForce() {
        return status.inForce();
    }

    void disapprove() {
        approvedBy = null;
        approvedAt = null;
    }

    void issue(String number, LocalDate on, @Nullable UUID by, Instant at) {
        requireMove(ISSUED);
        creditNoteNumber = number;
        issueDate = on;
        issuedBy = by;
        issuedAt = at;
        status = ISSUED;
    }

    /**
     * FIN-06, FIN-07: uses a part of what remains.
     *
     * @throws Problem {@code invalid-transition}, {@code exceeds-remaining}
     */
    void use(CreditUse use, BigDecimal part) {
        requireMove(part.compareTo(remainingAmount) < 0 ? PARTIALLY_APPLIED : APPLIED);
        if (part.compareTo(remainingAmount) > 0) {
            throw Problem.of("exceeds-remaining", "Only " + remainingAmount + " of this credit note are left.")
                    .with("remaining", remainingAmount);
        }
        if (use == CreditUse.ORDER) {
            appliedAmount = appliedAmount.add(part);
        } else {
            refundedAmount = refundedAmount.add(part);
        }
        follow();
    }

    /** FIN-07: gives back what was used. */
    void release(CreditUse use, BigDecimal part) {
        if (use == CreditUse.ORDER) {
            appliedAmount = appliedAmount.subtract(part);
        } else {
            refundedAmount = refundedAmount.subtract(part);
        }
        follow();
    }

    /** FIN-07: the status follows from the amounts. */
    private void follow() {
        BigDecimal used = appliedAmount.add(refundedAmount);
        remainingAmount = amount.subtract(used);
        if (used.signum() == 0) {
            status = ISSUED;
        } else {
            status = remainingAmount.signum() == 0 ? APPLIED : PARTIALLY_APPLIED;
        }
    }

    /**
     * FIN-07: takes it back; what is in use stays, and the number does in any case.
     *
     * @throws Problem {@code invalid-transition}, {@code credit-in-use}
     */
    void cancel(String why, @Nullable UUID by, Instant at) {
        requireMove(VOIDED);
        if (appliedAmount.add(refundedAmount).signum() > 0) {
            throw Problem.of("credit-in-use", "The credit note was used; reverse its uses first.")
                    .with("applied", appliedAmount)
                    .with("refunded", refundedAmount);
        }
        status = VOIDED;
        voidReason = why;
        voidedBy = by;
        voidedAt = at;
    }

    /**
     * FIN-04: four eyes see what is approved.
     *
     * @throws Problem {@code invalid-transition}, {@code four-eyes}
     */
    void approve(@Nullable UUID by, Instant at) {
        if (status != DRAFT) {
            throw Problem.transition("Only drafts are approved.")
                    .with("from", Coded.of(status))
                    .with("to", "approved");
        }
        if (by != null && by.equals(createdBy())) {
            throw Problem.of("four-eyes", "Whoever wrote a credit note does not approve it.");
        }
        approvedBy = by;
        approvedAt = at;
    }
}
