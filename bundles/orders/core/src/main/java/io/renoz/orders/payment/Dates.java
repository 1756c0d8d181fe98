package io.renoz.orders.payment;

import io.renoz.orders.PeriodLock;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which day it is where the organization is, and on which days books are still open. */
@Component(service = Dates.class)
public final class Dates {

    private final PeriodLock lock;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Dates(@Reference PeriodLock lock, @Reference OrganizationDirectory organizations, @Reference Clock clock) {
        this.lock = lock;
        this.organizations = organizations;
        this.clock = clock;
    }

    public LocalDate today() {
        return organizations.current().today(clock);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ZoneId zone() {
        return organizations.current().timezone();
    }

    /**
     * Refuses a day on which nothing may be booked.
     *
     * @param field that holds the day
     * @throws Problem {@code validation-failed} for a day to come, {@code period-locked}
     */
    public void requireBookable(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw Problem.invalid(field, "This day is still to come.");
        }
        lock.requireOpen(day);
    }

    /** Whether books are open on a day. */
    public boolean bookable(LocalDate day) {
        return lock.day().map(day::isAfter).orElse(true);
    }

    /**
     * Refuses a day that is closed.
     *
     * @throws Problem {@code period-locked}
     */
    public void requireOpen(LocalDate day) {
        lock.requireOpen(day);
    }
}
