package io.renoz.settings.calendar;

import io.renoz.problem.Problem;
import io.renoz.rest.Example;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a working calendar. Periods with an id are changed, those without are new, and those left out of a
 * list that is sent go.
 *
 * @param timezone the organization's when left out
 * @param region holidays of this region and of no region close the calendar
 */
public record BusinessHoursInput(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 64) String timezone,
        @Size(max = 50) String region,
        Boolean observesHolidays,
        @Size(max = 100) List<@Valid @NotNull Period> periods) {

    public BusinessHoursInput {
        region = region == null ? "" : region.strip();
        observesHolidays = observesHolidays == null || observesHolidays;
        periods = periods == null ? List.of() : new ArrayList<>(periods);
        if (timezone != null && !ZoneId.getAvailableZoneIds().contains(timezone)) {
            throw Problem.invalid("timezone", timezone + " is not an IANA time zone.");
        }
    }

    /**
     * A time of one weekday at which the calendar is open.
     *
     * @param id of one that is there; left out for a new one
     * @param dayOfWeek 0 is Sunday, 6 Saturday
     * @param closesAt 00:00 is the end of the day
     */
    public record Period(
            @Nullable UUID id,
            @NotNull @Min(0) @Max(6) Integer dayOfWeek,
            @NotNull @Example("09:00") LocalTime opensAt,
            @NotNull @Example("17:00") LocalTime closesAt) {}
}
