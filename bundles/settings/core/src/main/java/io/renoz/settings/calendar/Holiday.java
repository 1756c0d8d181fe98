package io.renoz.settings.calendar;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A day on which the organization, or a region of it, does not work. */
@Entity
@Table(schema = "settings", name = "organization_holidays")
@Audited(type = "holiday", name = "name")
class Holiday extends TenantRecord {

    String name;
    LocalDate date;
    boolean isRecurring;
    String region;

    @Nullable
    String description;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Holiday() {}

    Holiday(LocalDate date, boolean isRecurring) {
        this.name = "";
        this.region = "";
        this.date = date;
        this.isRecurring = isRecurring;
    }

    /** SET-15: a recurring one comes again each later year; that of 29 February only in leap years. */
    static Predicate<LocalDate> any(Collection<Holiday> holidays) {
        Set<LocalDate> once = new HashSet<>();
        Map<MonthDay, LocalDate> yearly = new HashMap<>();
        for (Holiday holiday : holidays) {
            once.add(holiday.date);
            if (holiday.isRecurring) {
                yearly.merge(MonthDay.from(holiday.date), holiday.date, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return date -> {
            LocalDate since = yearly.get(MonthDay.from(date));
            return once.contains(date) || (since != null && !date.isBefore(since));
        };
    }
}
