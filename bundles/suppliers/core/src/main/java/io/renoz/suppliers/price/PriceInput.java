package io.renoz.suppliers.price;

import io.renoz.problem.Problem;
import io.renoz.rest.Example;
import io.renoz.suppliers.Currencies;
import io.renoz.suppliers.Scales;
import io.renoz.suppliers.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a price.
 *
 * @param status draft unless said; moves along the life cycle
 * @param currency ISO 4217; the supplier's when left out
 * @param discountValue percent or amount, after the type
 * @param unitOfMeasure the product's when left out
 * @param minQuantity from which quantity the price holds; 1 when left out
 * @param minOrderQty smallest quantity that the supplier sells
 * @param orderMultiple quantities are multiples of it; 1 when left out
 * @param effectiveDate first day; today when left out
 * @param expiryDate last day
 * @param isPreferredPrice one a product; a new one takes the place of the old
 */
public record PriceInput(
        @NotNull UUID supplierId,
        @NotNull UUID productId,

        @Example("draft") PriceListStatus status,

        @Nullable @Size(max = 100) String supplierProductCode,
        @Nullable @Size(max = 255) String supplierProductName,

        @Nullable @Example("EUR") @Size(min = 3, max = 3) String currency,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal basePrice,

        DiscountType discountType,

        @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal discountValue,

        @Nullable @Size(max = 20) String unitOfMeasure,

        @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
        BigDecimal minQuantity,

        @Nullable @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
        BigDecimal maxQuantity,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
        BigDecimal minOrderQty,

        @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
        BigDecimal orderMultiple,

        @Nullable @Min(0) @Max(3650) Integer leadTimeDays,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate expiryDate,
        boolean isPreferredPrice,
        @Nullable UUID priceAgreementId,
        @Nullable @Size(max = 1000) String notes) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PriceInput {
        supplierProductCode = Texts.plain(supplierProductCode);
        supplierProductName = Texts.plain(supplierProductName);
        currency = Texts.upper(currency);
        unitOfMeasure = Texts.plain(unitOfMeasure);
        status = status == null ? PriceListStatus.DRAFT : status;
        discountType = discountType == null ? DiscountType.NONE : discountType;
        basePrice = Scales.money(basePrice);
        discountValue = Scales.moneyOrZero(discountValue);
        minQuantity = Scales.quantityOrOne(minQuantity);
        maxQuantity = Scales.quantity(maxQuantity);
        minOrderQty = Scales.quantity(minOrderQty);
        orderMultiple = Scales.quantityOrOne(orderMultiple);
        if (currency != null && currency.length() == 3 && !Currencies.known(currency)) {
            throw Problem.invalid("currency", "This is no ISO 4217 currency.");
        }
        if (discountType == DiscountType.PERCENTAGE && discountValue.compareTo(HUNDRED) > 0) {
            throw Problem.invalid("discountValue", "A percentage is at most 100.");
        }
        if (maxQuantity != null && maxQuantity.compareTo(minQuantity) < 0) {
            throw Problem.invalid("maxQuantity", "The maximum is not below the minimum.");
        }
        if (effectiveDate != null && expiryDate != null && !expiryDate.isAfter(effectiveDate)) {
            throw Problem.invalid("expiryDate", "A price ends after it begins.");
        }
    }
}
