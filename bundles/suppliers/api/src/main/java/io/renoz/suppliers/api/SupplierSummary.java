package io.renoz.suppliers.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as other modules see it.
 *
 * @param code human number, as {@code SUP-00001}
 * @param legalName name for documents; the display name where none is registered
 * @param currency ISO 4217; what the supplier is ordered from in unless an order says otherwise
 * @param leadTimeDays calendar days from order to delivery; null where nobody knows
 * @param minimumOrderValue in the supplier's currency
 * @param maximumOrderValue in the supplier's currency
 * @param taxRate percent; of freight, and of lines that say none
 */
public record SupplierSummary(
        UUID id,
        String code,
        String name,
        String legalName,
        SupplierStatus status,
        String currency,
        PaymentTerms paymentTerms,
        @Nullable Integer leadTimeDays,
        @Nullable BigDecimal minimumOrderValue,
        @Nullable BigDecimal maximumOrderValue,
        @Nullable BigDecimal taxRate) {}
