package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money received.
 *
 * @param amount above 0, with 2 places
 * @param date not after today
 * @param reference of the bank, number of the cheque
 * @param provider payment provider, given together with its payment's id or not at all
 * @param surchargeAmount card surcharge on top, no part of the amount; none when null
 */
public record NewPayment(
        BigDecimal amount,
        PaymentMethod method,
        LocalDate date,
        @Nullable String reference,
        @Nullable String notes,
        @Nullable String provider,
        @Nullable String providerPaymentId,
        @Nullable BigDecimal surchargeAmount) {

    /** Money recorded by hand. */
    public static NewPayment of(BigDecimal amount, PaymentMethod method, LocalDate date) {
        return new NewPayment(amount, method, date, null, null, null, null, null);
    }
}
