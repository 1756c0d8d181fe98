package io.renoz.settings.calendar;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.settings.calendar.BusinessHoursResource.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/business-hours}. SET-24: everybody reads them. */
@Component
@Path("business-hours")
public final class BusinessHoursResource implements Crud<BusinessHoursInput, View> {

    private static final int MINUTES_AN_HOUR = 60;

    /** A working calendar. */
    public record View(
            UUID id,
            int version,
            String name,
            String timezone,
            String region,
            Boolean observesHolidays,
            boolean isDefault,
            List<Period> periods,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    /** One of its periods. */
    public record Period(UUID id, Integer dayOfWeek, LocalTime opensAt, LocalTime closesAt) {}

    /** How a calendar stands at a moment. */
    public record State(
            Instant moment,
            boolean isOpen,
            @Nullable Instant nextOpening,
            @Nullable Instant nextClosing) {}

    /** When a working time has passed. */
    public record Due(Instant moment, Instant dueAt) {}

    private final Tables tables;
    private final Calendars calendars;
    private final Clock clock;
    private final Rows<WorkingCalendar, BusinessHoursInput, View> rows;

    @Activate
    public BusinessHoursResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Calendars calendars,
            @Reference Clock clock) {
        this.tables = tables;
        this.calendars = calendars;
        this.clock = clock;
        rows = tables.of(WorkingCalendar.class)
                .filter("isDefault")
                .sort("name")
                .byName(BusinessHoursInput.class, View.class);
    }

    @Override
    public Rows<WorkingCalendar, BusinessHoursInput, View> records() {
        return rows;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> list(ListQuery query) {
        return rows.list(query);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        return rows.get(id);
    }

    @Override
    @Answers("overlapping-periods")
    public List<View> add(List<BusinessHoursInput> inputs) {
        boolean none = !calendars.any();
        var first = new ArrayList<WorkingCalendar>();
        return rows.createAll(inputs, (calendar, input) -> {
            calendar.isDefault = none && first.isEmpty();
            first.add(calendar);
            calendars.amend(calendar);
        });
    }

    @Override
    @Answers("overlapping-periods")
    public View update(UUID id, Patch<BusinessHoursInput> patch) {
        return rows.update(id, patch, (calendar, input) -> calendars.amend(calendar));
    }

    /** SET-15: there is always a default. */
    @Override
    @Answers("default-calendar")
    public void delete(UUID id) {
        WorkingCalendar calendar = tables.require(WorkingCalendar.class, id);
        if (calendar.isDefault) {
            throw Problem.of("default-calendar", "Make another calendar the default first.");
        }
        rows.delete(id);
        calendars.changed(calendar);
    }

    @POST
    @Path("{id}/make-default")
    @Summary("Makes it the only default.")
    public View makeDefault(@PathParam("id") UUID id) {
        return rows.change(id, calendars::makeDefault);
    }

    @GET
    @Path("is-open")
    @Allow(Allow.SIGNED_IN)
    @Summary("Whether a calendar, the default one unless said, is open at a moment, now unless said.")
    public State isOpen(
            @QueryParam("moment") @Nullable Instant moment,
            @QueryParam("businessHoursId") @Nullable UUID businessHoursId) {
        Instant at = moment == null ? clock.instant() : moment;
        return new State(
                at,
                calendars.isOpen(at, businessHoursId),
                calendars.nextOpening(at, businessHoursId).orElse(null),
                calendars.nextClosing(at, businessHoursId).orElse(null));
    }

    @GET
    @Path("due-date")
    @Allow(Allow.SIGNED_IN)
    @Answers("no-business-hours")
    @Summary("When minutes, hours or days of working time have passed since a moment, now unless said.")
    public Due dueDate(
            @QueryParam("moment") @Nullable Instant moment,
            @QueryParam("minutes") @Nullable Integer minutes,
            @QueryParam("hours") @Nullable Integer hours,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("businessHoursId") @Nullable UUID businessHoursId) {
        Instant start = moment == null ? clock.instant() : moment;
        if (Stream.of(minutes, hours, days).filter(Objects::nonNull).count() != 1) {
            throw Problem.parameter("minutes", "Say either minutes, hours or days.");
        }
        if (days != null) {
            return new Due(start, calendars.addBusinessDays(start, amount("days", days, 1), businessHoursId));
        }
        int total = hours != null ? amount("hours", hours, MINUTES_AN_HOUR) : amount("minutes", minutes, 1);
        return new Due(start, calendars.addBusinessMinutes(start, total, businessHoursId));
    }

    private static int amount(String name, @Nullable Integer amount, int factor) {
        int most = Counting.DAYS_AHEAD * 24 * MINUTES_AN_HOUR / factor;
        if (amount == null || amount < 0 || amount > most) {
            throw Problem.parameter(name, "Working time is a whole number from 0 to " + most + ".");
        }
        return amount * factor;
    }
}
