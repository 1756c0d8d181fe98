package io.renoz.suppliers.supplier;

import io.renoz.data.Versioned;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.SupplierStatus;
import io.renoz.suppliers.supplier.SupplierInput.Person;
import io.renoz.suppliers.supplier.SupplierInput.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a supplier. */
public record SupplierView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String supplierCode,
        String name,
        @Nullable String legalName,
        SupplierStatus status,
        @Nullable String statusReason,
        @Nullable SupplierType supplierType,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String taxId,
        @Nullable String registrationNumber,
        PaymentTerms paymentTerms,
        String currency,
        @Nullable BigDecimal defaultTaxRate,
        @Nullable BigDecimal creditLimit,
        @Nullable Integer leadTimeDays,
        @Nullable BigDecimal minimumOrderValue,
        @Nullable BigDecimal maximumOrderValue,
        @Nullable BigDecimal freightFreeOver,
        @Nullable String ourAccountNumber,
        @Nullable String orderInstructions,
        boolean isPreferred,
        InspectionRequirement inspectionRequirement,
        @Nullable BigDecimal qualityRating,
        @Nullable BigDecimal deliveryRating,
        @Nullable BigDecimal communicationRating,
        @Nullable BigDecimal overallRating,
        @Nullable Instant ratingUpdatedAt,
        int totalPurchaseOrders,
        BigDecimal totalPurchaseValue,
        BigDecimal averageOrderValue,
        @Nullable LocalDate firstOrderDate,
        @Nullable LocalDate lastOrderDate,
        List<String> tags,
        @Nullable String notes,
        List<Person> contacts,
        List<Place> addresses)
        implements Versioned {}
