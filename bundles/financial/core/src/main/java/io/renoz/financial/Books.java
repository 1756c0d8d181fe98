package io.renoz.financial;

import io.renoz.format.Format;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization's books: what day it is there, in which currency they are kept, and up to which day they are closed. */
@Component(service = Books.class)
public final class Books {

    /** The setting of orders with the day up to which nothing is written any more. */
    public static final String LOCK_CATEGORY = "orders";

    public static final String LOCK_DATE = "period_lock_date";

    private final OrganizationDirectory organizations;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public Books(
            @Reference OrganizationDirectory organizations,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return organization().today(clock);
    }

    public ZoneId zone() {
        return organization().timezone();
    }

    public OrganizationProfile organization() {
        return organizations.current();
    }

    public String currency() {
        return organization().currency().getCurrencyCode();
    }

    public Format format() {
        return organization().format();
    }

    public BigDecimal decimal(String key) {
        return settings.getDecimal(FinancialSettings.CATEGORY, key);
    }

    public int number(String key) {
        return settings.getInt(FinancialSettings.CATEGORY, key);
    }

    public boolean flag(String key) {
        return settings.getBoolean(FinancialSettings.CATEGORY, key);
    }

    public String text(String key) {
        return settings.getString(FinancialSettings.CATEGORY, key);
    }

    /** The last day that is closed, if any is. */
    public Optional<LocalDate> lockedUntil() {
        return Optional.ofNullable(settings.getString(LOCK_CATEGORY, LOCK_DATE))
                .filter(date -> !date.isBlank() && !date.equals("null"))
                .map(LocalDate::parse);
    }

    /**
     * FIN-21: nothing dated on or before the lock date is created, voided, reversed or moved.
     *
     * @throws Problem {@code period-locked}
     */
    public void requireOpen(LocalDate date) {
        lockedUntil().filter(locked -> !date.isAfter(locked)).ifPresent(locked -> {
            throw Problem.of("period-locked", "The books are closed up to " + locked + ".")
                    .with("lockDate", locked)
                    .with("date", date);
        });
    }
}
