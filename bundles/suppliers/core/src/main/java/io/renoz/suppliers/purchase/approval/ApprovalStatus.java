package io.renoz.suppliers.purchase.approval;

/** Where a level of an approval stands. */
public enum ApprovalStatus {
    PENDING,
    APPROVED,
    REJECTED,
    ESCALATED,
    SKIPPED;

    /** Whether somebody still has to decide. */
    boolean open() {
        return this == PENDING || this == ESCALATED;
    }
}
