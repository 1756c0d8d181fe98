package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as other modules see it. Amounts are in {@code currency}, with 2 places.
 *
 * @param orderNumber human number, as {@code ORD-2026-00001}
 * @param customerName legal name as it stands on the documents
 * @param quoteId where it came from
 * @param currency ISO 4217
 * @param subtotal sum of the lines after their own discounts, without tax
 * @param discountAmount discount of the whole order
 * @param shippingAmount freight, without tax
 * @param total to be paid, with tax
 * @param balanceDue total less what was paid and credited; negative when the customer is owed
 * @param invoiceNumber null until the invoice is issued
 * @param version rises with every change
 */
public record OrderSummary(
        UUID id,
        String orderNumber,
        UUID customerId,
        String customerName,
        @Nullable String customerTaxId,
        @Nullable UUID contactId,
        @Nullable String customerPoNumber,
        OrderStatus status,
        PaymentStatus paymentStatus,
        InvoiceStatus invoiceStatus,
        OrderSource source,
        @Nullable UUID assignedTo,
        @Nullable UUID quoteId,
        @Nullable UUID opportunityId,
        LocalDate orderDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate promisedDate,
        int paymentTermsDays,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate shippedDate,
        @Nullable LocalDate deliveredDate,
        @Nullable Instant confirmedAt,
        String currency,
        BigDecimal subtotal,
        BigDecimal discountAmount,
        BigDecimal shippingAmount,
        TaxType shippingTaxType,
        BigDecimal shippingTaxRate,
        BigDecimal taxAmount,
        BigDecimal total,
        BigDecimal paidAmount,
        BigDecimal creditedAmount,
        BigDecimal balanceDue,
        @Nullable String invoiceNumber,
        @Nullable LocalDate invoiceDate,
        int invoiceRevision,
        int version) {}
