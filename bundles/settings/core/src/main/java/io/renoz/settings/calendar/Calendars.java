package io.renoz.settings.calendar;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.settings.api.BusinessCalendar;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The working calendars of the organization. */
@Component(service = {BusinessCalendar.class, Calendars.class})
public final class Calendars implements BusinessCalendar {

    private static final String CHANGED = "settings.business-hours.changed";

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final EventPublisher events;

    @Activate
    public Calendars(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.organizations = organizations;
        this.events = events;
    }

    @Override
    public boolean isOpen(Instant moment, @Nullable UUID calendar) {
        return counting(calendar).map(counting -> counting.isOpen(moment)).orElse(true);
    }

    @Override
    public Instant addBusinessMinutes(Instant start, int minutes, @Nullable UUID calendar) {
        requireForward(minutes);
        return counting(calendar)
                .map(counting -> counting.plusMinutes(start, minutes))
                .orElseGet(() -> start.plus(Duration.ofMinutes(minutes)));
    }

    @Override
    public Instant addBusinessDays(Instant start, int days, @Nullable UUID calendar) {
        requireForward(days);
        return counting(calendar)
                .map(counting -> counting.plusDays(start, days))
                .orElseGet(() -> calendarDays(start, days));
    }

    private static void requireForward(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("Working time is added, not taken away: " + amount);
        }
    }

    /** SET-14: without any calendar days are calendar days. */
    private Instant calendarDays(Instant start, int days) {
        return ZonedDateTime.ofInstant(start, organizations.current().timezone())
                .plusDays(days)
                .toInstant();
    }

    @Override
    public long businessMinutesBetween(Instant from, Instant to, @Nullable UUID calendar) {
        return counting(calendar)
                .map(counting -> counting.minutesBetween(from, to))
                .orElseGet(() -> Duration.between(from, to).toMinutes());
    }

    @Override
    public Optional<Instant> nextOpening(Instant from, @Nullable UUID calendar) {
        return counting(calendar).flatMap(counting -> counting.nextOpening(from));
    }

    @Override
    public Optional<Instant> nextClosing(Instant from, @Nullable UUID calendar) {
        return counting(calendar).flatMap(counting -> counting.nextClosing(from));
    }

    @Override
    public boolean isHoliday(LocalDate date, String region) {
        return holidays(region).test(date);
    }

    /** SET-14: the calendar asked for, or the default one; empty where the organization has none. */
    private Optional<Counting> counting(@Nullable UUID id) {
        Optional<WorkingCalendar> calendar =
                id == null ? initial() : Optional.of(tables.require(WorkingCalendar.class, id));
        return calendar.map(found -> new Counting(hours(found)));
    }

    private Optional<WorkingCalendar> initial() {
        return tables.findBy(WorkingCalendar.class, "isDefault", true);
    }

    private Hours hours(WorkingCalendar calendar) {
        return new Hours(
                ZoneId.of(calendar.timezone),
                calendar.shifts(),
                calendar.observesHolidays ? holidays(calendar.region) : date -> false);
    }

    private Predicate<LocalDate> holidays(String region) {
        return Holiday.any(tables.entities()
                .createQuery("select h from Holiday h where h.region in ('', :region)", Holiday.class)
                .setParameter("region", region)
                .getResultList());
    }

    /** Gives the organization its first calendar, if it has none yet. */
    public void provide(ZoneId zone) {
        if (initial().isEmpty()) {
            tables.add(WorkingCalendar.standard(zone.getId()));
            tables.flush();
        }
    }

    /** Whether the organization has a calendar. */
    boolean any() {
        return initial().isPresent();
    }

    /** Completes a calendar that came from a caller, and refuses one that breaks SET-12. */
    void amend(WorkingCalendar calendar) {
        if (calendar.timezone == null) {
            calendar.timezone = organizations.current().timezone().getId();
        }
        Shift.check(calendar.shifts());
        changed(calendar);
    }

    /** SET-15: the old one goes before the new one comes, in one transaction. */
    void makeDefault(WorkingCalendar calendar) {
        if (!calendar.isDefault) {
            initial().ifPresent(before -> before.isDefault = false);
            tables.flush();
            calendar.isDefault = true;
            changed(calendar);
        }
    }

    void changed(WorkingCalendar calendar) {
        events.publish(new DomainEvent(CHANGED, "business_hours", calendar.id(), Map.of("name", calendar.name)));
    }

    void changed(Holiday holiday) {
        events.publish(new DomainEvent(
                "settings.holiday.changed",
                "holiday",
                holiday.id(),
                Map.of("name", holiday.name, "date", holiday.date, "region", holiday.region)));
    }
}
