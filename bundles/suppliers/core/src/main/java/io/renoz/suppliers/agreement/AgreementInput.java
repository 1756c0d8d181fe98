package io.renoz.suppliers.agreement;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Example;
import io.renoz.suppliers.Currencies;
import io.renoz.suppliers.Scales;
import io.renoz.suppliers.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of an agreement. Items with an id are changed, those without are new, and those left out of a list that
 * is sent go.
 *
 * @param effectiveDate first day; today when left out
 * @param expiryDate last day
 * @param currency ISO 4217; the supplier's when left out
 * @param discountPercent on everything that no item names
 * @param commitmentValue what we promise to buy in the period
 */
public record AgreementInput(
        @NotNull UUID supplierId,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 2000) String description,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate expiryDate,

        @Nullable @Example("EUR") @Size(min = 3, max = 3) String currency,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal discountPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal minimumOrderValue,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal commitmentValue,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal rebatePercent,

        @Nullable UUID documentAttachmentId,
        @Nullable @Size(max = 10000) String termsAndConditions,
        @Nullable @Size(max = 2000) String notes,
        @Size(max = 1000) List<@Valid @NotNull Item> items) {

    public AgreementInput {
        currency = Texts.upper(currency);
        discountPercent = Scales.money(discountPercent);
        minimumOrderValue = Scales.money(minimumOrderValue);
        commitmentValue = Scales.money(commitmentValue);
        rebatePercent = Scales.money(rebatePercent);
        items = items == null ? List.of() : new ArrayList<>(items);
        if (currency != null && currency.length() == 3 && !Currencies.known(currency)) {
            throw Problem.invalid("currency", "This is no ISO 4217 currency.");
        }
        if (effectiveDate != null && expiryDate != null && !expiryDate.isAfter(effectiveDate)) {
            throw Problem.invalid("expiryDate", "An agreement ends after it begins.");
        }
        requireApart(items);
    }

    private record Tier(UUID productId, BigDecimal minQuantity) {}

    private static void requireApart(List<Item> items) {
        var seen = new HashSet<Tier>();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item != null
                    && item.productId != null
                    && !seen.add(new Tier(item.productId, item.minQuantity.stripTrailingZeros()))) {
                errors.add(
                        new FieldError("/items/" + i + "/minQuantity", "Another item has this product and quantity."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /**
     * The agreed price of a product.
     *
     * @param id of one that is there; left out for a new one
     * @param minQuantity from which quantity the price holds; 1 when left out
     * @param committedQuantity what we promise to buy in the period
     */
    public record Item(
            @Nullable UUID id,
            @NotNull UUID productId,

            @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal unitPrice,

            @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
            BigDecimal minQuantity,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal committedQuantity,

            @Nullable @Min(0) @Max(3650) Integer leadTimeDays,
            @Nullable @Size(max = 500) String notes) {

        public Item {
            unitPrice = Scales.money(unitPrice);
            minQuantity = Scales.quantityOrOne(minQuantity);
            committedQuantity = Scales.quantity(committedQuantity);
        }
    }
}
