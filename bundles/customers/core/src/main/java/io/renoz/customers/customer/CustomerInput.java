package io.renoz.customers.customer;

import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.NewCustomer;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
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
 * What a caller may set of a customer.
 *
 * <p>CUS-02: contacts and addresses come along. Those with an id are changed, those without are new, and those left out of a
 * list that is sent go.
 *
 * @param customerCode left out to take the next number; later it never changes
 */
public record CustomerInput(
        @Nullable @Size(max = 30) String customerCode,
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 255) String legalName,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(max = 30) String phone,
        @Nullable @Size(max = 500) String website,
        CustomerType type,
        @Nullable CustomerSize size,
        @Nullable @Size(max = 100) String industry,
        @Nullable @Size(max = 30) String taxId,
        @Nullable @Size(max = 50) String registrationNumber,
        boolean taxExempt,
        @Nullable UUID parentId,
        @Nullable UUID ownerId,
        @Nullable @Size(max = 100) String leadSource,
        @Nullable @Size(max = 10) String preferredLanguage,
        @Nullable @Min(0) @Max(365) Integer paymentTermsDays,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal creditLimit,

        boolean warrantyExpiryAlertOptOut,
        @Nullable @Size(max = 5000) String notes,
        @Nullable @Size(max = 255) String externalRef,
        @Nullable Json metadata,
        @Size(max = 200) List<@Valid @NotNull Person> contacts,
        @Size(max = 200) List<@Valid @NotNull Place> addresses) {

    public CustomerInput {
        customerCode = Texts.plain(customerCode);
        email = Texts.lower(email);
        phone = Texts.plain(phone);
        taxId = Texts.unspaced(taxId);
        externalRef = Texts.plain(externalRef);
        type = type == null ? CustomerType.BUSINESS : type;
        contacts = contacts == null ? List.of() : new ArrayList<>(contacts);
        addresses = addresses == null ? List.of() : new ArrayList<>(addresses);
        requireOneFirst("contacts", contacts, person -> person.isPrimary ? Person.class : null);
        requireOneFirst("addresses", addresses, place -> place.isPrimary ? place.type : null);
    }

    /** What another module asks for. */
    static CustomerInput of(NewCustomer customer) {
        return new CustomerInput(
                customer.code(),
                customer.name(),
                null,
                customer.email(),
                customer.phone(),
                null,
                customer.type(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                customer.leadSource(),
                null,
                null,
                null,
                false,
                null,
                customer.externalRef(),
                null,
                List.of(),
                List.of());
    }

    /** CUS-03: at most one of a kind comes first. */
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
     * A contact of the customer.
     *
     * @param id of one that is there; left out for a new one
     */
    public record Person(
            @Nullable UUID id,
            @Nullable @Size(max = 20) String salutation,
            @NotBlank @Size(max = 100) String firstName,
            @NotBlank @Size(max = 100) String lastName,
            @Nullable @Size(max = 100) String title,
            @Nullable @Size(max = 100) String department,
            @Nullable @Email @Size(max = 320) String email,
            @Nullable @Size(max = 30) String phone,
            @Nullable @Size(max = 30) String mobile,
            boolean isPrimary,
            boolean isBilling,
            boolean decisionMaker,
            boolean influencer,
            Boolean isActive,
            boolean emailOptIn,
            boolean smsOptIn,
            Boolean phoneOptIn,
            @Nullable @Size(max = 10) String preferredLanguage,
            @Nullable LocalDate birthday,
            @Nullable @Size(max = 2000) String notes) {

        public Person {
            email = Texts.lower(email);
            phone = Texts.plain(phone);
            mobile = Texts.plain(mobile);
            isActive = isActive == null || isActive;
            phoneOptIn = phoneOptIn == null || phoneOptIn;
        }
    }

    /**
     * An address of the customer.
     *
     * @param id of one that is there; left out for a new one
     * @param country ISO 3166 alpha-2; the organization's when left out
     */
    public record Place(
            @Nullable UUID id,
            AddressType type,
            @Nullable @Size(max = 100) String label,
            boolean isPrimary,
            @Nullable @Size(max = 255) String attention,
            @NotBlank @Size(max = 255) String street1,
            @Nullable @Size(max = 255) String street2,
            @NotBlank @Size(max = 100) String city,
            @Nullable @Size(max = 100) String state,
            @NotBlank @Size(max = 20) String postcode,
            @Nullable @Size(min = 2, max = 2) String country,

            @Nullable @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6)
            BigDecimal latitude,

            @Nullable @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6)
            BigDecimal longitude,

            @Nullable @Size(max = 1000) String accessNotes,
            @Nullable @Size(max = 500) String notes,
            Boolean isActive) {

        public Place {
            type = type == null ? AddressType.BILLING : type;
            country = Texts.upper(country);
            isActive = isActive == null || isActive;
            Coordinates.requireBoth(latitude, longitude);
        }
    }
}
