package io.renoz.orders.amendment;

import io.renoz.orders.order.Normal;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A change of a confirmed order, as it is asked for. What is left out stays as it is.
 *
 * @param newCustomerAddressId address of the customer that is delivered to from now on
 */
public record AmendmentInput(
        @NotNull UUID orderId,
        AmendmentType amendmentType,
        @NotBlank @Size(max = 1000) String reason,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal newShippingAmount,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal newDiscountPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal newDiscountFixed,

        @Nullable LocalDate newRequiredDate,
        @Nullable LocalDate newPromisedDate,
        @Nullable UUID newCustomerAddressId,
        @Size(max = 1000) List<@Valid @NotNull Item> items) {

    public AmendmentInput {
        amendmentType = amendmentType == null ? AmendmentType.OTHER : amendmentType;
        newShippingAmount = Normal.money(newShippingAmount);
        newDiscountPercent = Normal.money(newDiscountPercent);
        newDiscountFixed = Normal.money(newDiscountFixed);
        items = items == null ? List.of() : new ArrayList<>(items);
    }

    /**
     * A change of a line.
     *
     * @param action {@code modify} when left out and a line is named, else {@code add}
     * @param orderLineItemId the line that is changed or removed
     * @param productId of a new line; left out for free text
     * @param unitPriceAfter of a new line the customer's price of the order's day when left out
     */
    public record Item(
            AmendmentItemAction action,
            @Nullable UUID orderLineItemId,
            @Nullable UUID productId,
            @Nullable @Size(max = 500) String description,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityAfter,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal unitPriceAfter,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal discountPercentAfter,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal discountAmountAfter) {

        public Item {
            if (action == null) {
                action = orderLineItemId == null ? AmendmentItemAction.ADD : AmendmentItemAction.MODIFY;
            }
            description = Normal.text(description);
            quantityAfter = Normal.quantity(quantityAfter);
            unitPriceAfter = Normal.money(unitPriceAfter);
            discountPercentAfter = Normal.money(discountPercentAfter);
            discountAmountAfter = Normal.money(discountAmountAfter);
            if (action != AmendmentItemAction.ADD && orderLineItemId == null) {
                throw Problem.invalid("orderLineItemId", "Say which line.");
            }
        }
    }
}
