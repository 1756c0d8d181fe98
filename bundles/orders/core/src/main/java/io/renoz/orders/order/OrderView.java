package io.renoz.orders.order;

import io.renoz.data.Json;
import io.renoz.data.Versioned;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.orders.api.PickStatus;
import io.renoz.orders.api.TaxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of an order.
 *
 * @param warnings what may stand in the way of confirming it; said when it is written
 */
public record OrderView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String orderNumber,
        UUID customerId,
        String customerName,
        @Nullable String customerTaxId,
        @Nullable UUID contactId,
        @Nullable String customerPoNumber,
        @Nullable LocalDate customerPoDate,
        OrderStatus status,
        PaymentStatus paymentStatus,
        InvoiceStatus invoiceStatus,
        OrderSource source,
        OrderPriority priority,
        @Nullable UUID assignedTo,
        @Nullable UUID quoteId,
        @Nullable UUID opportunityId,
        @Nullable UUID templateId,
        LocalDate orderDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate promisedDate,
        Integer paymentTermsDays,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate shippedDate,
        @Nullable LocalDate deliveredDate,
        String currency,
        BigDecimal subtotal,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountFixed,
        BigDecimal discountAmount,
        BigDecimal shippingAmount,
        TaxType shippingTaxType,
        BigDecimal shippingTaxRate,
        BigDecimal taxAmount,
        BigDecimal total,
        BigDecimal paidAmount,
        BigDecimal creditedAmount,
        BigDecimal balanceDue,
        @Nullable Instant paidAt,
        @Nullable String invoiceNumber,
        @Nullable LocalDate invoiceDate,
        int invoiceRevision,
        @Nullable LocalDate invoiceScheduledFor,
        @Nullable Instant invoiceSentAt,
        @Nullable Instant invoiceViewedAt,
        @Nullable Instant invoiceReminderSentAt,
        @Nullable Instant confirmedAt,
        @Nullable UUID confirmedBy,
        @Nullable UUID creditOverrideBy,
        @Nullable String creditOverrideReason,
        @Nullable Instant cancelledAt,
        @Nullable UUID cancelledBy,
        @Nullable String cancelReason,
        @Nullable String internalNotes,
        @Nullable String customerNotes,
        @Nullable String deliveryInstructions,
        @Nullable String terms,
        @Nullable String clientRequestId,
        @Nullable String externalRef,
        @Nullable Json metadata,
        List<Line> lines,
        List<OrderInput.Place> addresses,
        @Nullable List<Warning> warnings)
        implements Versioned {

    public OrderView {
        lines = lines.stream().sorted(Comparator.comparing(Line::lineNumber)).toList();
        addresses = addresses.stream()
                .sorted(Comparator.comparing(OrderInput.Place::type))
                .toList();
    }

    /** Something to know about a line, or about the order where there is no number. */
    public record Warning(String code, @Nullable Integer lineNumber, String message) {}

    /** A line of the order; it has no version of its own. */
    public record Line(
            UUID id,
            Integer lineNumber,
            OrderLineType lineType,
            @Nullable UUID parentLineId,
            @Nullable UUID productId,
            @Nullable String sku,
            String description,
            BigDecimal quantity,
            @Nullable String unitOfMeasure,
            BigDecimal unitPrice,
            @Nullable String priceSource,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal discountAmount,
            TaxType taxType,
            BigDecimal taxRate,
            BigDecimal lineSubtotal,
            BigDecimal taxAmount,
            BigDecimal lineTotal,
            @Nullable BigDecimal unitCost,
            boolean isShippable,
            boolean isSerialized,
            @Nullable LocalDate requestedDate,
            @Nullable UUID locationId,
            PickStatus pickStatus,
            @Nullable Instant pickedAt,
            @Nullable UUID pickedBy,
            BigDecimal qtyReserved,
            BigDecimal qtyPicked,
            BigDecimal qtyShipped,
            BigDecimal qtyDelivered,
            BigDecimal qtyReturned,
            @Nullable String notes) {}
}
