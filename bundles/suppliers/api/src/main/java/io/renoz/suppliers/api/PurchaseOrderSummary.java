package io.renoz.suppliers.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as other modules see it.
 *
 * @param number as {@code PO-2026-00001}
 * @param supplierName as it was when the order was written
 * @param total in {@code currency}, tax and freight included
 * @param totalBase the same in the organization's currency
 * @param expected the day the supplier promised; null where nobody knows
 */
public record PurchaseOrderSummary(
        UUID id,
        String number,
        UUID supplierId,
        String supplierName,
        PurchaseOrderStatus status,
        LocalDate orderDate,
        @Nullable LocalDate expected,
        String currency,
        BigDecimal total,
        BigDecimal totalBase,
        boolean dropShip) {}
