package io.renoz.settings.calendar;

import io.renoz.data.Audited;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;

/** A named working calendar. */
@Entity
@Table(schema = "settings", name = "business_hours_config")
@Audited(type = "business_hours", name = "name")
class WorkingCalendar extends TenantRecord {

    private static final String STANDARD = "Standard Hours";
    private static final int MONDAY = 1;
    private static final int FRIDAY = 5;
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    String name;
    String timezone;
    String region;
    Boolean observesHolidays;
    boolean isDefault;

    @Transient
    @Parts("businessHoursId")
    List<OpeningPeriod> periods = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected WorkingCalendar() {}

    /** What a new organization begins with: Monday to Friday, nine to five. */
    static WorkingCalendar standard(String timezone) {
        var calendar = new WorkingCalendar();
        calendar.name = STANDARD;
        calendar.timezone = timezone;
        calendar.region = "";
        calendar.observesHolidays = true;
        calendar.isDefault = true;
        for (int day = MONDAY; day <= FRIDAY; day++) {
            calendar.periods.add(new OpeningPeriod(calendar.id(), day, NINE, FIVE));
        }
        return calendar;
    }

    List<Shift> shifts() {
        return periods.stream().map(OpeningPeriod::shift).toList();
    }
}
