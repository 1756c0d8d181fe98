package io.renoz.orders.fulfilment;

import io.renoz.data.Versioned;
import io.renoz.orders.api.ShipmentStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a shipment. */
public record ShipmentView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID orderId,
        String shipmentNumber,
        ShipmentStatus status,
        @Nullable String carrier,
        @Nullable String carrierService,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        String shipToName,
        @Nullable String shipToCompany,
        String shipToStreet1,
        @Nullable String shipToStreet2,
        String shipToCity,
        @Nullable String shipToState,
        String shipToPostcode,
        String shipToCountry,
        @Nullable String shipToPhone,
        @Nullable String shipToEmail,
        @Nullable String instructions,
        @Nullable UUID fromLocationId,
        @Nullable Integer weightGrams,
        @Nullable Integer lengthMm,
        @Nullable Integer widthMm,
        @Nullable Integer heightMm,
        Integer packageCount,
        boolean hasDangerousGoods,
        @Nullable BigDecimal shippingCost,
        @Nullable UUID labelAttachmentId,
        int documentRevision,
        @Nullable Instant shippedAt,
        @Nullable UUID shippedBy,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable Instant deliveredAt,
        @Nullable String deliveredTo,
        @Nullable UUID signatureAttachmentId,
        @Nullable UUID photoAttachmentId,
        @Nullable String deliveryNotes,
        @Nullable String failureReason,
        @Nullable String notes,
        @Nullable String carrierNotes,
        List<Item> items)
        implements Versioned {

    /** So much of a line. */
    public record Item(
            UUID id,
            UUID orderLineItemId,
            BigDecimal quantity,
            @Nullable String lotNumber,
            @Nullable LocalDate expiryDate,
            @Nullable String notes) {}
}
