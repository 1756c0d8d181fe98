package io.renoz.settings.organization;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.organization.Formats.DateFormat;
import io.renoz.settings.organization.Formats.NumberFormat;
import io.renoz.settings.organization.Formats.TimeFormat;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The tenant itself. Its id is the organization's id, so that each organization sees its own row alone. */
@Entity
@Table(schema = "settings", name = "organizations")
@Audited(type = "organization", name = "name")
@Emits(
        type = "organization",
        on = {Emits.Kind.CREATED, Emits.Kind.UPDATED})
class Organization extends TenantRecord {

    /** Days after closing until data may be erased. */
    private static final int KEPT_DAYS = 30;

    private static final Duration TRIAL = Duration.ofDays(30);

    String name;

    @Nullable
    String legalName;

    String slug;

    @Nullable
    String domain;

    @Nullable
    String taxNumber;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String website;

    @Nullable
    String addressLine1;

    @Nullable
    String addressLine2;

    @Nullable
    String city;

    @Nullable
    String state;

    @Nullable
    String postalCode;

    String countryCode = "AU";
    String timezone = "Australia/Sydney";
    String locale = "en-AU";
    String currency = "AUD";
    DateFormat dateFormat = DateFormat.DAY_MONTH_YEAR;
    TimeFormat timeFormat = TimeFormat.TWELVE_HOURS;
    NumberFormat numberFormat = NumberFormat.COMMA_POINT;
    int fiscalYearStart = 7;
    int weekStartDay = 1;
    BigDecimal defaultTaxRate = BigDecimal.TEN;
    int defaultPaymentTerms = 30;

    @Nullable
    UUID logoAttachmentId;

    @Nullable
    String primaryColor;

    @Nullable
    String secondaryColor;

    OrganizationStatus status = OrganizationStatus.TRIAL;
    Plan plan = Plan.FREE;

    @Nullable
    Instant trialEndsAt;

    @Nullable
    Instant suspendedAt;

    @Nullable
    String suspendedReason;

    @Nullable
    Instant closedAt;

    @Nullable
    LocalDate purgeAfter;

    @Nullable
    Instant onboardingDismissedAt;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Organization() {}

    /** SET-01: the row's id is the organization's. */
    Organization(UUID organization, String slug, String name, Instant now) {
        identify(organization);
        this.slug = Slug.checked(slug);
        this.name = name;
        trialEndsAt = now.plus(TRIAL);
    }

    void activate() {
        move("activated", OrganizationStatus.ACTIVE, OrganizationStatus.TRIAL);
    }

    void suspend(String reason, Instant now) {
        move("suspended", OrganizationStatus.SUSPENDED, OrganizationStatus.TRIAL, OrganizationStatus.ACTIVE);
        suspendedAt = now;
        suspendedReason = reason;
    }

    void reinstate() {
        move("reinstated", OrganizationStatus.ACTIVE, OrganizationStatus.SUSPENDED);
        suspendedAt = null;
        suspendedReason = null;
    }

    /** SET-03: what is kept may be erased from 30 days later on, counted where the organization is. */
    void close(Clock clock) {
        move(
                "closed",
                OrganizationStatus.CLOSED,
                OrganizationStatus.TRIAL,
                OrganizationStatus.ACTIVE,
                OrganizationStatus.SUSPENDED);
        closedAt = clock.instant();
        purgeAfter = today(clock).plusDays(KEPT_DAYS);
    }

    /** SET-03: only before that day. */
    void reopen(Clock clock) {
        if (purgeAfter != null && !today(clock).isBefore(purgeAfter)) {
            throw Problem.transition("The data of " + slug + " may have been erased since " + purgeAfter + ".");
        }
        move("reopened", OrganizationStatus.ACTIVE, OrganizationStatus.CLOSED);
        closedAt = null;
        purgeAfter = null;
        suspendedAt = null;
        suspendedReason = null;
    }

    private void move(String done, OrganizationStatus to, OrganizationStatus... from) {
        if (!java.util.List.of(from).contains(status)) {
            throw Problem.transition(
                    "An organization that is " + status.name().toLowerCase(Locale.ROOT) + " cannot be " + done + ".");
        }
        status = to;
    }

    LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneId.of(timezone)));
    }

    OrganizationProfile profile() {
        return new OrganizationProfile(
                id(),
                name,
                legalName,
                taxNumber,
                new OrganizationProfile.Address(addressLine1, addressLine2, city, state, postalCode, countryCode),
                ZoneId.of(timezone),
                Locale.forLanguageTag(locale),
                Currency.getInstance(currency),
                dateFormat.code(),
                timeFormat.code(),
                numberFormat.code(),
                Month.of(fiscalYearStart),
                weekStartDay == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(weekStartDay),
                defaultTaxRate,
                defaultPaymentTerms,
                logoAttachmentId,
                status);
    }
}
