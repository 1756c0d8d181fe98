package io.renoz.suppliers.price;

import io.renoz.suppliers.Scales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to change a price.
 *
 * @param priceListId the price
 * @param agreementId left out for the list price itself; else the approved agreement whose price of the same product is meant
 * @param newPrice net, after discounts
 * @param effectiveDate the day on which it is applied once approved; left out for by hand
 */
public record PriceChangeInput(
        @NotNull UUID priceListId,
        @Nullable UUID agreementId,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal newPrice,

        @Nullable @Size(max = 500) String changeReason,
        @Nullable LocalDate effectiveDate,
        @Nullable @Size(max = 1000) String notes) {

    public PriceChangeInput {
        newPrice = Scales.money(newPrice);
    }
}
