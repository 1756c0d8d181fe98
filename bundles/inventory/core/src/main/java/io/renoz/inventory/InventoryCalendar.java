package io.renoz.inventory;

import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.SettingsReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What day it is for the organization, and which days may still be posted to. */
@Component(service = InventoryCalendar.class)
public final class InventoryCalendar {

    private final OrganizationDirectory organizations;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public InventoryCalendar(
            @Reference OrganizationDirectory organizations,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    public Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return organizations.current().today(clock);
    }

    public ZoneId zone() {
        return organizations.current().timezone();
    }

    /** ISO code of the organization's currency. */
    public String currency() {
        return organizations.current().currency().getCurrencyCode();
    }

    /** The moment at which a day ends where the organization is. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    /**
     * INV-25: when something is posted as having happened.
     *
     * @param asked null for now
     * @throws Problem {@code period-closed}; {@code validation-failed} for a time to come
     */
    public Instant postingTime(@Nullable Instant asked) {
        Instant now = now();
        Instant at = asked == null ? now : asked.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now)) {
            throw Problem.invalid("occurredAt", "Stock is not posted ahead of its time.");
        }
        OrganizationProfile organization = organizations.current();
        LocalDate day = LocalDate.ofInstant(at, organization.timezone());
        LocalDate earliest = organization
                .today(clock)
                .minusDays(settings.getInt(InventorySettings.CATEGORY, InventorySettings.BACKDATING_DAYS));
        if (day.isBefore(earliest)) {
            throw closed("Stock is posted from " + earliest + " on.");
        }
        lockDate().filter(lock -> !day.isAfter(lock)).ifPresent(lock -> {
            throw closed("Stock up to " + lock + " is valued and closed.");
        });
        return at;
    }

    private Optional<LocalDate> lockDate() {
        String text = settings.getString(InventorySettings.CATEGORY, InventorySettings.VALUATION_LOCK);
        return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Problem closed(String detail) {
        return Problem.of("period-closed", detail);
    }
}
