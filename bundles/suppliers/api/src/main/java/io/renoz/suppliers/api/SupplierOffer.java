package io.renoz.suppliers.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * At which price a supplier sells a product in some quantity.
 *
 * @param unitPrice net of the supplier's discounts, before tax, in {@code currency}; 2 decimals
 * @param minQuantity from which quantity this price holds
 * @param minOrderQuantity smallest quantity the supplier sells; null where any
 * @param orderMultiple quantities are multiples of this one
 * @param leadTimeDays calendar days from order to delivery: of the price, else of the supplier; null where nobody knows
 * @param preferred whether the organization marked this price as the one to buy at
 * @param priceListId the price list row; null where the price comes from elsewhere
 * @param agreementId the agreement; null where none plays a part
 */
public record SupplierOffer(
        UUID supplierId,
        UUID productId,
        BigDecimal unitPrice,
        String currency,
        BigDecimal minQuantity,
        @Nullable BigDecimal minOrderQuantity,
        BigDecimal orderMultiple,
        @Nullable Integer leadTimeDays,
        boolean preferred,
        OfferSource source,
        @Nullable String supplierProductCode,
        @Nullable UUID priceListId,
        @Nullable UUID agreementId) {}
