package io.renoz.suppliers.agreement;

/** How far an agreement has come. */
public enum PriceAgreementStatus {
    DRAFT,
    /** Waits for a decision. */
    PENDING,
    APPROVED,
    REJECTED,
    /** Its last day is past. */
    EXPIRED,
    CANCELLED
}
