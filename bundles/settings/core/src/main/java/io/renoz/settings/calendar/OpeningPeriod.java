package io.renoz.settings.calendar;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.time.LocalTime;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A time of one weekday at which a calendar is open; several a day leave room for a break. */
@Entity
@Table(schema = "settings", name = "business_hours_periods")
@Audited(type = "business_hours_period", parent = "businessHoursId", parentType = "business_hours")
class OpeningPeriod extends TenantRecord {

    UUID businessHoursId;

    /** 0 is Sunday, 6 Saturday. */
    Integer dayOfWeek;

    LocalTime opensAt;

    /** Midnight is the end of the day. */
    LocalTime closesAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OpeningPeriod() {}

    OpeningPeriod(UUID businessHoursId, int dayOfWeek, LocalTime opensAt, LocalTime closesAt) {
        this.businessHoursId = businessHoursId;
        this.dayOfWeek = dayOfWeek;
        this.opensAt = opensAt;
        this.closesAt = closesAt;
    }

    Shift shift() {
        return Shift.of(dayOfWeek, opensAt, closesAt);
    }
}
