package io.renoz.financial.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One part of an order's total with a date of its own.
 *
 * @param number from 1
 * @param dueDate null until its trigger has happened
 * @param amount with tax
 * @param taxAmount the part of {@code amount} that is tax
 */
public record Installment(
        UUID id,
        UUID orderId,
        int number,
        @Nullable String description,
        InstallmentTrigger dueTrigger,
        @Nullable LocalDate dueDate,
        BigDecimal amount,
        BigDecimal taxAmount,
        BigDecimal paidAmount,
        InstallmentStatus status) {

    /** What is still to be paid of it. */
    public BigDecimal open() {
        return amount.subtract(paidAmount);
    }
}
