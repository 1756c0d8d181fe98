package io.renoz.pipeline.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as other modules see it. The amounts are those of its current version; total = subtotal - discount + shipping + tax.
 *
 * @param number human number, as {@code QUO-2026-00001}
 * @param customerName legal name as on the document
 * @param validUntil last day on which it can be accepted, in the organization's zone; null until it is sent
 * @param currency ISO 4217
 * @param acceptedVersion number of the version that the customer accepted; null until then
 * @param orderId the order it became; null until then
 */
public record QuoteSummary(
        UUID id,
        String number,
        @Nullable String title,
        UUID customerId,
        String customerName,
        @Nullable UUID opportunityId,
        QuoteStatus status,
        LocalDate quoteDate,
        @Nullable LocalDate validUntil,
        String currency,
        BigDecimal subtotal,
        BigDecimal discountAmount,
        BigDecimal shippingAmount,
        BigDecimal taxAmount,
        BigDecimal total,
        int currentVersion,
        @Nullable Integer acceptedVersion,
        @Nullable Instant acceptedAt,
        @Nullable UUID orderId) {}
