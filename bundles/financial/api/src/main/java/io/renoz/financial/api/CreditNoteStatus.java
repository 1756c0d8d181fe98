package io.renoz.financial.api;

/** Where a credit note stands; from issue on it follows from what was used of it. */
public enum CreditNoteStatus {
    DRAFT,
    ISSUED,
    PARTIALLY_APPLIED,
    APPLIED,
    VOIDED;

    /** Whether it is a document: issued and not voided. */
    public boolean inForce() {
        return this == ISSUED || this == PARTIALLY_APPLIED || this == APPLIED;
    }
}
