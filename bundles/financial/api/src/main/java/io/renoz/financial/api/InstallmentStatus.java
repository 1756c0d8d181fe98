package io.renoz.financial.api;

/** Where an instalment stands; follows from its due date and what was paid. */
public enum InstallmentStatus {
    PENDING,
    DUE,
    PAID,
    OVERDUE
}
