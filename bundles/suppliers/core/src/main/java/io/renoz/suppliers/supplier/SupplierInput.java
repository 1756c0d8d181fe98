package io.renoz.suppliers.supplier;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Example;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.Scales;
import io.renoz.suppliers.Texts;
import io.renoz.suppliers.api.PaymentTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Email;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a supplier.
 *
 * <p>Contacts and addresses come along. Those with an id are changed, those without are new, and those left out of a list that
 * is sent go.
 *
 * @param supplierCode left out to take the next number; later it never changes
 * @param currency ISO 4217; the organization's when left out
 * @param inspectionRequirement the organization's usual one when left out
 */
public record SupplierInput(
        @Nullable @Size(max = 30) String supplierCode,
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 255) String legalName,
        @Nullable SupplierType supplierType,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 300) String website,
        @Nullable @Size(max = 50) String taxId,
        @Nullable @Size(max = 50) String registrationNumber,
        PaymentTerms paymentTerms,

        @Nullable @Example("EUR") @Size(min = 3, max = 3) String currency,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal defaultTaxRate,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal creditLimit,

        @Nullable @Min(0) @Max(3650) Integer leadTimeDays,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal minimumOrderValue,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal maximumOrderValue,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal freightFreeOver,

        @Nullable @Size(max = 50) String ourAccountNumber,
        @Nullable @Size(max = 2000) String orderInstructions,
        boolean isPreferred,
        @Nullable InspectionRequirement inspectionRequirement,
        @Size(max = 50) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Size(max = 5000) String notes,
        @Size(max = 200) List<@Valid @NotNull Person> contacts,
        @Size(max = 200) List<@Valid @NotNull Place> addresses) {

    public SupplierInput {
        supplierCode = Texts.plain(supplierCode);
        email = Texts.lower(email);
        phone = Texts.plain(phone);
        taxId = Texts.plain(taxId);
        currency = Texts.upper(currency);
        defaultTaxRate = Scales.money(defaultTaxRate);
        creditLimit = Scales.money(creditLimit);
        minimumOrderValue = Scales.money(minimumOrderValue);
        maximumOrderValue = Scales.money(maximumOrderValue);
        freightFreeOver = Scales.money(freightFreeOver);
        paymentTerms = paymentTerms == null ? PaymentTerms.NET_30 : paymentTerms;
        tags = tags == null ? List.of() : new ArrayList<>(tags);
        contacts = contacts == null ? List.of() : new ArrayList<>(contacts);
        addresses = addresses == null ? List.of() : new ArrayList<>(addresses);
        requireOneFirst("contacts", contacts, person -> person.isPrimary ? Person.class : null);
        requireOneFirst("addresses", addresses, place -> place.isPrimary ? place.addressType : null);
        if (minimumOrderValue != null
                && maximumOrderValue != null
                && maximumOrderValue.compareTo(minimumOrderValue) < 0) {
            throw Problem.invalid("maximumOrderValue", "The maximum is not below the minimum.");
        }
    }

    /** At most one of a kind comes first. */
    private static <P> void requireOneFirst(String list, List<P> parts, Function<P, @Nullable Object> firstOf) {
        var seen = new HashSet<Object>();
        List<FieldError> errors = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i) != null)
                .filter(i -> {
                    Object kind = firstOf.apply(parts.get(i));
                    return kind != null && !seen.add(kind);
                })
                .mapToObj(i -> new FieldError("/" + list + "/" + i + "/isPrimary", "Only one of them comes first."))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /**
     * A person at the supplier.
     *
     * @param id of one that is there; left out for a new one
     */
    public record Person(
            @Nullable UUID id,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 120) String jobTitle,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 50) String mobile,
            boolean isPrimary,
            boolean receivesOrders,
            boolean receivesRemittance,
            @Nullable @Size(max = 1000) String notes) {

        public Person {
            email = Texts.lower(email);
            phone = Texts.plain(phone);
            mobile = Texts.plain(mobile);
        }
    }

    /**
     * An address of the supplier.
     *
     * @param id of one that is there; left out for a new one
     * @param country ISO 3166 alpha-2; the organization's when left out
     */
    public record Place(
            @Nullable UUID id,
            AddressType addressType,
            boolean isPrimary,
            @NotBlank @Size(max = 200) String street1,
            @Nullable @Size(max = 200) String street2,
            @NotBlank @Size(max = 100) String city,
            @Nullable @Size(max = 100) String state,
            @NotBlank @Size(max = 20) String postcode,
            @Nullable @Size(min = 2, max = 2) String country) {

        public Place {
            addressType = addressType == null ? AddressType.BILLING : addressType;
            country = Texts.upper(country);
        }
    }
}
