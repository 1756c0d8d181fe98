package io.renoz.orders.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order past its draft. What is null stays as it is.
 *
 * @param customerAddressId address of the customer to deliver to
 */
public record OrderChange(
        List<LineChange> lines,
        @Nullable BigDecimal shippingAmount,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountFixed,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate promisedDate,
        @Nullable UUID customerAddressId) {

    public OrderChange {
        lines = List.copyOf(lines);
    }

    /** What becomes of a line. */
    public enum Act {
        ADD,
        MODIFY,
        REMOVE
    }

    /**
     * A change of one line.
     *
     * @param lineId null for a new one
     * @param unitPrice for a new line the customer's price of the order's day when null
     */
    public record LineChange(
            Act act,
            @Nullable UUID lineId,
            @Nullable UUID productId,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal discountAmount) {}
}
