package io.renoz.suppliers.purchase.order;

import io.renoz.data.Json;
import io.renoz.data.Versioned;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a purchase order.
 *
 * @param warnings what people should look at once more; only in answers to what was just done
 */
public record OrderView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        String poNumber,
        UUID supplierId,
        String supplierName,
        PurchaseOrderStatus status,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate expectedDeliveryDate,
        @Nullable LocalDate actualDeliveryDate,
        @Nullable UUID shipToLocationId,
        @Nullable String shipToName,
        @Nullable String shipToStreet1,
        @Nullable String shipToStreet2,
        @Nullable String shipToCity,
        @Nullable String shipToState,
        @Nullable String shipToPostcode,
        @Nullable String shipToCountry,
        boolean isDropShip,
        @Nullable UUID dropShipOrderId,
        @Nullable UUID jobId,
        @Nullable String currency,
        @Nullable BigDecimal exchangeRate,
        @Nullable LocalDate exchangeDate,
        boolean pricesIncludeTax,
        BigDecimal subtotal,
        BigDecimal discountAmount,
        BigDecimal taxAmount,
        BigDecimal shippingAmount,
        BigDecimal totalAmount,
        BigDecimal totalAmountBase,
        @Nullable PaymentTerms paymentTerms,
        @Nullable LocalDate paymentDueDate,
        @Nullable UUID priceAgreementId,
        @Nullable UUID submittedBy,
        @Nullable Instant submittedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvalNotes,
        @Nullable UUID orderedBy,
        @Nullable Instant orderedAt,
        @Nullable String sentToEmail,
        @Nullable Instant acknowledgedAt,
        @Nullable String supplierReference,
        @Nullable String internalReference,
        @Nullable String supplierInvoiceNumber,
        @Nullable LocalDate supplierInvoiceDate,
        @Nullable BigDecimal supplierInvoiceAmount,
        InvoiceMatchStatus invoiceMatchStatus,
        @Nullable UUID closedBy,
        @Nullable Instant closedAt,
        @Nullable String closedReason,
        @Nullable UUID cancelledBy,
        @Nullable Instant cancelledAt,
        @Nullable String cancellationReason,
        int revision,
        @Nullable String notes,
        @Nullable String internalNotes,
        @Nullable Json metadata,
        List<String> warnings,
        List<ItemView> items)
        implements Versioned {}
