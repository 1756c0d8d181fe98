package io.renoz.settings.api;

import io.renoz.format.Format;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the organization is and how it writes dates, numbers and money.
 *
 * @param legalName name on legal documents when it differs
 * @param currency the one currency of all amounts that name none
 * @param dateFormat {@code DD/MM/YYYY} and the like, for people
 * @param fiscalYearStart first month of the fiscal year
 * @param defaultTaxRate percent
 * @param paymentTermsDays days until an invoice is due
 */
public record OrganizationProfile(
        UUID id,
        String name,
        @Nullable String legalName,
        @Nullable String taxNumber,
        Address address,
        ZoneId timezone,
        Locale locale,
        Currency currency,
        String dateFormat,
        String timeFormat,
        String numberFormat,
        Month fiscalYearStart,
        DayOfWeek weekStart,
        BigDecimal defaultTaxRate,
        int paymentTermsDays,
        @Nullable UUID logoAttachmentId,
        OrganizationStatus status) {

    /** A postal address; only the country is always known. */
    public record Address(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            String countryCode) {}

    /** Writes dates, numbers and money as the organization does. */
    public Format format() {
        return Format.of(locale, timezone, currency, dateFormat, timeFormat, numberFormat);
    }

    /** Today where the organization is. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(timezone));
    }
}
