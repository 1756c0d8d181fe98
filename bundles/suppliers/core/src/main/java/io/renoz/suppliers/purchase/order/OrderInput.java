package io.renoz.suppliers.purchase.order;

import io.renoz.data.Json;
import io.renoz.rest.Example;
import io.renoz.suppliers.Texts;
import io.renoz.suppliers.api.PaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a purchase order. Its lines come along: those with an id are changed, those without are new, and those
 * left out of a list that is sent go. SUP-01: amounts are computed, whatever a caller sends.
 *
 * @param orderDate today when left out
 * @param expectedDeliveryDate the day of the order and the supplier's lead time when left out
 * @param shipToLocationId one of inventory's locations
 * @param currency the supplier's when left out
 * @param exchangeRate what one unit of that currency is worth in the organization's; not needed when they are the same
 * @param discountAmount on the whole, before tax
 * @param shippingAmount freight before tax
 * @param subtotal not looked at, nor are the other amounts that are computed
 * @param paymentTerms the supplier's when left out
 */
public record OrderInput(
        @NotNull UUID supplierId,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate expectedDeliveryDate,
        @Nullable UUID shipToLocationId,
        @Nullable @Size(max = 200) String shipToName,
        @Nullable @Size(max = 200) String shipToStreet1,
        @Nullable @Size(max = 200) String shipToStreet2,
        @Nullable @Size(max = 100) String shipToCity,
        @Nullable @Size(max = 100) String shipToState,
        @Nullable @Size(max = 20) String shipToPostcode,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String shipToCountry,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

        @Nullable @Positive @Digits(integer = 10, fraction = 8)
        BigDecimal exchangeRate,

        @Nullable LocalDate exchangeDate,
        boolean pricesIncludeTax,

        @Example("0") @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal discountAmount,

        @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal shippingAmount,

        @Nullable BigDecimal subtotal,
        @Nullable BigDecimal taxAmount,
        @Nullable BigDecimal totalAmount,
        @Nullable BigDecimal totalAmountBase,

        @Nullable PaymentTerms paymentTerms,
        @Nullable @Size(max = 100) String supplierReference,
        @Nullable @Size(max = 100) String internalReference,
        @Nullable @Size(max = 5000) String notes,
        @Nullable @Size(max = 5000) String internalNotes,
        @Nullable Json metadata,
        @Size(max = 500) List<@Valid @NotNull Line> items) {

    public OrderInput {
        shipToCountry = Texts.upper(shipToCountry);
        currency = Texts.upper(currency);
        discountAmount = discountAmount == null ? BigDecimal.ZERO : discountAmount;
        shippingAmount = shippingAmount == null ? BigDecimal.ZERO : shippingAmount;
        items = items == null ? List.of() : new ArrayList<>(items);
    }

    /** An order that another module asks for. */
    static OrderInput of(
            UUID supplier, String currency, @Nullable LocalDate required, @Nullable UUID location, List<Line> items) {
        return new OrderInput(
                supplier,
                null,
                required,
                null,
                location,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                currency,
                null,
                null,
                false,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                items);
    }

    /**
     * A line.
     *
     * @param id of one that is there; left out for a new one
     * @param productId left out for goods and services that are no product of ours
     * @param productName the product's own when left out
     * @param unitOfMeasure the product's own when left out
     * @param unitPrice SUP-16: what the supplier asks for so much when left out
     * @param taxRate percent; the supplier's usual one when left out
     * @param lineSubtotal not looked at, nor are the other amounts that are computed
     * @param unitWeightKg the product's own when left out
     */
    public record Line(
            @Nullable UUID id,
            @Nullable UUID productId,
            @Nullable @Size(max = 255) String productName,
            @Nullable @Size(max = 100) String supplierProductCode,
            @Nullable @Size(max = 2000) String description,

            @NotNull @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @Nullable @Size(max = 20) String unitOfMeasure,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal unitPrice,

            @PositiveOrZero @javax.validation.constraints.Max(100) @Digits(integer = 3, fraction = 2)
            BigDecimal discountPercent,

            @Nullable @PositiveOrZero @javax.validation.constraints.Max(100) @Digits(integer = 3, fraction = 2)
            BigDecimal taxRate,

            @Nullable BigDecimal lineSubtotal,
            @Nullable BigDecimal taxAmount,
            @Nullable BigDecimal lineTotal,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal unitWeightKg,

            @Nullable LocalDate expectedDeliveryDate,
            @Nullable @Size(max = 1000) String notes) {

        public Line {
            productName = Texts.plain(productName);
            unitOfMeasure = Texts.plain(unitOfMeasure);
            discountPercent = discountPercent == null ? BigDecimal.ZERO : discountPercent;
        }

        /** So much of a product at whatever the supplier asks. */
        static Line of(UUID product, BigDecimal quantity, @Nullable LocalDate expected) {
            return new Line(
                    null,
                    product,
                    null,
                    null,
                    null,
                    quantity,
                    null,
                    null,
                    BigDecimal.ZERO,
                    null,
                    null,
                    null,
                    null,
                    null,
                    expected,
                    null);
        }
    }
}
