package com.example.pettycash.api;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that leaves a box.
 *
 * @param amount more than zero, with two decimals at most
 * @param customerId whom it concerns, if it concerns a customer
 */
public record Payment(
        UUID boxId,
        BigDecimal amount,
        Category category,
        @Nullable UUID customerId,
        @Nullable String note) {

    public Payment {
        if (amount.signum() <= 0 || amount.scale() > 2) {
            throw Problem.invalid("amount", "A payment is more than zero and has two decimals at most.");
        }
    }
}
