package io.renoz.settings.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts in working time: targets of service levels, appointments. Thread-safe.
 *
 * <p>A calendar is named by its id; null stands for the organization's default one. Where the organization has none at all,
 * it is open at all times: hours are elapsed hours and days are calendar days of the organization's zone. All methods throw
 * {@code not-found} for a calendar that the organization does not have.
 */
@ProviderType
public interface BusinessCalendar {

    /** Whether the calendar is open at a moment; the moment of closing is not. */
    boolean isOpen(Instant moment, @Nullable UUID calendar);

    /**
     * The moment by which so many open minutes have passed, from {@code start} or the next opening after it. A target that is
     * reached as the calendar closes is that closing, not the next opening.
     *
     * @param minutes 0 or more; 0 is the start, or the next opening after it
     * @throws io.renoz.problem.Problem {@code no-business-hours} when fewer are open in the 366 days after {@code start}
     */
    Instant addBusinessMinutes(Instant start, int minutes, @Nullable UUID calendar);

    /**
     * The last closing of the n-th open day after the day of {@code start}: Friday and two days is Tuesday, 17:00.
     *
     * @param days 0 or more; 0 is the first last closing of a day that comes after {@code start}
     * @throws io.renoz.problem.Problem {@code no-business-hours} when fewer days are open in the 366 days after {@code start}
     */
    Instant addBusinessDays(Instant start, int days, @Nullable UUID calendar);

    /** Open minutes from {@code from} to {@code to}, whole ones; negative when {@code to} comes first. */
    long businessMinutesBetween(Instant from, Instant to, @Nullable UUID calendar);

    /** The first moment after {@code from} at which the calendar opens; empty when none comes within 366 days. */
    Optional<Instant> nextOpening(Instant from, @Nullable UUID calendar);

    /** The first moment after {@code from} at which the calendar closes; empty when none comes within 366 days. */
    Optional<Instant> nextClosing(Instant from, @Nullable UUID calendar);

    /** Whether a date is a holiday of a region, or of all regions; empty for those of all regions alone. */
    boolean isHoliday(LocalDate date, String region);
}
