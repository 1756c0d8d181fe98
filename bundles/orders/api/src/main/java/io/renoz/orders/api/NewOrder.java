package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order another module wants to have, such as an accepted quote. Whatever is null is taken from the customer or the
 * organization, as when people enter an order.
 *
 * @param orderDate today when null
 * @param paymentTermsDays the customer's when null
 * @param discountPercent asked discount on the subtotal
 * @param discountFixed asked amount off, on top of the percentage
 * @param shippingAmount freight, without tax
 * @param shippingTaxRate percent; the rate of the tax type on the day of the order when null
 * @param billingAddressId address of the customer; the primary billing one when null
 * @param shippingAddressId address of the customer; the primary shipping one when null
 */
public record NewOrder(
        UUID customerId,
        OrderSource source,
        @Nullable UUID contactId,
        @Nullable String customerPoNumber,
        @Nullable UUID assignedTo,
        @Nullable UUID quoteId,
        @Nullable UUID opportunityId,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate requiredDate,
        @Nullable Integer paymentTermsDays,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountFixed,
        @Nullable BigDecimal shippingAmount,
        @Nullable TaxType shippingTaxType,
        @Nullable BigDecimal shippingTaxRate,
        @Nullable UUID billingAddressId,
        @Nullable UUID shippingAddressId,
        @Nullable String internalNotes,
        @Nullable String customerNotes,
        List<NewOrderLine> lines) {

    public NewOrder {
        lines = List.copyOf(lines);
    }

    /** One that says no more than it must. */
    public static NewOrder of(UUID customerId, OrderSource source, List<NewOrderLine> lines) {
        return new NewOrder(
                customerId,
                source,
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                lines);
    }
}
