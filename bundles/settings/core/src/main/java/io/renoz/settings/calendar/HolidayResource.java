package io.renoz.settings.calendar;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Crud;
import io.renoz.settings.calendar.HolidayResource.Input;
import io.renoz.settings.calendar.HolidayResource.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/holidays}. SET-24: everybody reads them. */
@Component
@Path("holidays")
public final class HolidayResource implements Crud<Input, View> {

    /**
     * What a caller may set.
     *
     * @param isRecurring also on the same day of every later year
     * @param region empty for all regions
     */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate date,
            boolean isRecurring,
            @Size(max = 50) String region,
            @Nullable @Size(max = 500) String description) {

        public Input {
            region = region == null ? "" : region.strip();
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            String name,
            LocalDate date,
            boolean isRecurring,
            String region,
            @Nullable String description,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    private final Tables tables;
    private final Calendars calendars;
    private final Rows<Holiday, Input, View> holidays;

    @Activate
    public HolidayResource(@Reference(target = "(domain=settings)") Tables tables, @Reference Calendars calendars) {
        this.tables = tables;
        this.calendars = calendars;
        holidays = tables.of(Holiday.class)
                .filter(
                        "year",
                        Integer.class,
                        year -> "(extract(year from e.date) = :value"
                                + " or (e.isRecurring = true and extract(year from e.date) < :value))")
                .filter("region", "isRecurring")
                .sort("date")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Holiday, Input, View> records() {
        return holidays;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> list(ListQuery query) {
        return holidays.list(query);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        return holidays.get(id);
    }

    @Override
    public List<View> add(List<Input> inputs) {
        return holidays.createAll(inputs, (holiday, input) -> calendars.changed(holiday));
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return holidays.update(id, patch, (holiday, input) -> calendars.changed(holiday));
    }

    @Override
    public void delete(UUID id) {
        Holiday holiday = tables.require(Holiday.class, id);
        holidays.delete(id);
        calendars.changed(holiday);
    }
}
