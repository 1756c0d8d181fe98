package io.renoz.financial.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Credit given to customers, for the modules that bring it about. All amounts are in the organization's currency. Thread-safe. */
@ProviderType
public interface CreditNotes {

    /**
     * Makes a draft.
     *
     * @param clientRequestId the caller's key, at most 128 characters; a second call with it gives the first note back and
     *     changes nothing
     * @throws io.renoz.problem.Problem {@code validation-failed}; {@code not-found} for an unknown order or line; {@code
     *     invalid-state} when the order is a draft or cancelled; {@code credit-exceeds-order}; {@code idempotency-mismatch}
     *     when the key was used for another order or customer
     */
    UUID createDraft(NewCreditNote note, String clientRequestId);

    /**
     * Issues a draft today and settles its order as far as the order's balance goes; what is over stays on the note. A note
     * that is issued already is given back as it is.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code credit-exceeds-order}; {@code approval-required} above the
     *     organization's limit; {@code period-locked}; {@code invalid-transition} when voided
     */
    CreditNoteSummary issueAndApply(UUID creditNoteId);

    /** The note, unless there is none or it was deleted. */
    Optional<CreditNoteSummary> find(UUID creditNoteId);

    /** What was credited of an order by notes that are issued and not voided. */
    CreditedLines creditedOf(UUID orderId);

    /** What a customer may still use of issued notes. */
    BigDecimal openCredit(UUID customerId);

    /**
     * What crediting these quantities would give, after what was credited before; nothing is stored.
     *
     * @throws io.renoz.problem.Problem {@code not-found} for an unknown order or line; {@code credit-exceeds-order} with what
     *     is left
     */
    CreditPreview preview(UUID orderId, List<LineQuantity> lines);
}
