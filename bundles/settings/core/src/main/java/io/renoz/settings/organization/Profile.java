package io.renoz.settings.organization;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.organization.Formats.DateFormat;
import io.renoz.settings.organization.Formats.NumberFormat;
import io.renoz.settings.organization.Formats.TimeFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an organization may change of itself. */
public record Profile(
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 255) String legalName,
        @Nullable @Size(max = 255) String domain,
        @Nullable @Size(max = 50) String taxNumber,
        @Nullable @Size(max = 255) String email,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 255) String website,
        @Nullable @Size(max = 255) String addressLine1,
        @Nullable @Size(max = 255) String addressLine2,
        @Nullable @Size(max = 100) String city,
        @Nullable @Size(max = 100) String state,
        @Nullable @Size(max = 20) String postalCode,
        @NotNull @Size(max = 2) String countryCode,
        @NotNull @Size(max = 64) String timezone,
        @NotNull @Size(max = 20) String locale,
        @NotNull @Size(max = 3) String currency,
        @NotNull DateFormat dateFormat,
        @NotNull TimeFormat timeFormat,
        @NotNull NumberFormat numberFormat,
        @Min(1) @Max(12) int fiscalYearStart,
        @Min(0) @Max(6) int weekStartDay,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal defaultTaxRate,

        @Min(0) @Max(365) int defaultPaymentTerms,
        @Nullable @Pattern(regexp = COLOUR) String primaryColor,
        @Nullable @Pattern(regexp = COLOUR) String secondaryColor,
        @Nullable Instant onboardingDismissedAt) {

    private static final String COLOUR = "#[0-9A-Fa-f]{6}";
    private static final String HOST =
            "(?=.{4,255}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

    /** SET-11: zone, language, currency and country are names that the world knows. */
    public Profile {
        domain = domain == null ? null : domain.toLowerCase(Locale.ROOT);
        var errors = new ArrayList<FieldError>();
        check(errors, "timezone", timezone, "an IANA time zone", ZoneId.getAvailableZoneIds()::contains);
        check(errors, "locale", locale, "a BCP 47 language tag", Profile::isLanguageTag);
        check(errors, "currency", currency, "an ISO 4217 currency", Profile::isCurrency);
        check(errors, "countryCode", countryCode, "an ISO 3166 country", Profile::isCountry);
        check(errors, "domain", domain, "a host name", host -> host.matches(HOST));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void check(
            List<FieldError> errors, String field, @Nullable String value, String what, Predicate<String> known) {
        if (value != null && !known.test(value)) {
            errors.add(new FieldError("/" + field, value + " is not " + what + "."));
        }
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean isCountry(String code) {
        return Arrays.asList(Locale.getISOCountries()).contains(code);
    }
}
