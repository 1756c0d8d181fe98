package io.renoz.settings.calendar;

import static io.renoz.settings.Workbench.CLOCK;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.data.Versioned;
import io.renoz.event.DomainEvent;
import io.renoz.problem.Problem;
import io.renoz.settings.Workbench;
import io.renoz.settings.calendar.BusinessHoursInput.Period;
import io.renoz.settings.calendar.BusinessHoursResource.View;
import io.renoz.testing.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CalendarsIT {

    private static final Instant FRIDAY_NOON = Instant.parse("2026-07-31T12:00:00Z");

    private final Workbench bench = new Workbench();
    private final Calendars calendars = bench.calendars();
    private final BusinessHoursResource resource = new BusinessHoursResource(TABLES, calendars, CLOCK);
    private final HolidayResource holidays = new HolidayResource(TABLES, calendars);
    private final Organization acme = PLATFORM.organization();

    private static BusinessHoursInput utc(String name, String region, Period... periods) {
        return new BusinessHoursInput(name, "UTC", region, true, List.of(periods));
    }

    private static Period friday(String opens, String closes) {
        return new Period(null, 5, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private View create(String name, Period... periods) {
        return acme.call(() -> resource.create(utc(name, "", periods)).body());
    }

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static <T> T in(UUID organization, Callable<T> work) {
        return PLATFORM.transactions().run(Call.system(organization, "test"), work);
    }

    private static ListQuery asked(Map<String, String> filters) {
        return new ListQuery(50, Optional.empty(), Optional.empty(), filters, false);
    }

    @Test
    @DisplayName("SET-15: a new organization has a calendar, Monday to Friday from nine to five in its zone")
    void givesNewOrganizationsACalendar() {
        UUID organization = bench.organization("cal-" + UUID.randomUUID());

        View only =
                in(organization, () -> resource.list(asked(Map.of())).items()).get(0);

        assertThat(only.name()).isEqualTo("Standard Hours");
        assertThat(only.isDefault()).isTrue();
        assertThat(only.timezone()).isEqualTo("Australia/Sydney");
        assertThat(only.periods()).hasSize(5);
        Instant sydneyFriday = Instant.parse("2026-07-31T06:30:00Z");
        assertThat(in(organization, () -> calendars.addBusinessMinutes(sydneyFriday, 60, null)))
                .isEqualTo("2026-08-02T23:30:00Z");
    }

    @Test
    @DisplayName("SET-15: the first calendar is the default, and only one of many made at once")
    void makesTheFirstTheDefault() {
        List<View> made = acme.call(() -> resource.add(List.of(utc("A", ""), utc("B", ""))));
        View third = create("C");

        assertThat(made).extracting(View::isDefault).containsExactly(true, false);
        assertThat(third.isDefault()).isFalse();
    }

    @Test
    @DisplayName("SET-15: making another the default clears the old one in the same transaction")
    void movesTheDefault() {
        View first = create("First");
        View second = create("Second");

        View now = acme.call(() -> resource.makeDefault(second.id()));

        assertThat(now.isDefault()).isTrue();
        assertThat(acme.read(() -> resource.get(first.id())).isDefault()).isFalse();
        assertThat(acme.read(
                        () -> resource.list(asked(Map.of("isDefault", "true"))).items()))
                .extracting(View::name)
                .containsExactly("Second");
        assertThat(acme.call(() -> resource.makeDefault(second.id())).version()).isEqualTo(now.version());
    }

    @Test
    @DisplayName("SET-15: the default calendar cannot be deleted, another can")
    void keepsTheDefault() {
        View first = create("First");
        View second = create("Second", friday("09:00", "17:00"));

        assertRefused("default-calendar", () -> acme.run(() -> resource.delete(first.id())));
        acme.run(() -> resource.delete(second.id()));
        assertRefused("not-found", () -> acme.read(() -> resource.get(second.id())));
    }

    @Test
    @DisplayName("SET-12: periods that overlap are refused when a calendar is made and when it is changed")
    void refusesOverlaps() {
        assertRefused("overlapping-periods", () -> create("Bad", friday("09:00", "12:00"), friday("11:00", "12:00")));
        View good = create("Good", friday("09:00", "12:00"), friday("13:00", "00:00"));

        assertRefused("overlapping-periods", () -> acme.ifMatch(1)
                .call(() -> resource.update(
                        good.id(), Patch.whole(utc("Good", "", friday("09:00", "12:00"), friday("10:00", "11:00"))))));
    }

    @Test
    @DisplayName("SET-25: a change of periods is a change of the calendar, under its ETag")
    void versionsPeriodsWithTheirCalendar() {
        View made = create("Shop", friday("09:00", "12:00"));
        Period kept = new Period(made.periods().get(0).id(), 5, LocalTime.of(9, 0), LocalTime.of(11, 0));
        var changed = new BusinessHoursInput("Shop", null, "", true, List.of(kept, friday("13:00", "14:00")));

        assertRefused("precondition-required", () -> acme.call(() -> resource.update(made.id(), Patch.whole(changed))));
        assertRefused("precondition-failed", () -> acme.ifMatch(9)
                .call(() -> resource.update(made.id(), Patch.whole(changed))));
        var utc = new BusinessHoursInput("Shop", "UTC", "", true, changed.periods());
        View after = acme.ifMatch(1).call(() -> resource.update(made.id(), Patch.whole(utc)));

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.periods()).hasSize(2).first().extracting(p -> p.id()).isEqualTo(kept.id());
        assertThat(PLATFORM.audited().stream()
                        .filter(change -> "business_hours".equals(change.parentType())
                                && made.id().equals(change.parentId())))
                .hasSize(3);
        assertThat(PLATFORM.published().stream()
                        .filter(event -> event.aggregateId().equals(made.id()))
                        .map(DomainEvent::name))
                .containsExactly("settings.business-hours.changed", "settings.business-hours.changed");
    }

    @Test
    @DisplayName("SET-12: holidays of the calendar's region and of no region close it, those of others do not")
    void keepsTheHolidaysOfItsRegion() {
        View calendar = acme.call(() ->
                resource.create(utc("NSW", "NSW", friday("09:00", "17:00"))).body());
        holiday("2026-07-31", "VIC");
        assertThat(isOpen(calendar)).isTrue();
        holiday("2026-07-31", "NSW");
        assertThat(isOpen(calendar)).isFalse();
        View other = acme.call(() ->
                resource.create(utc("QLD", "QLD", friday("09:00", "17:00"))).body());
        assertThat(isOpen(other)).isTrue();
        holiday("2026-07-31", "");
        assertThat(isOpen(other)).isFalse();
        var careless = new BusinessHoursInput("Careless", "UTC", "QLD", false, List.of(friday("09:00", "17:00")));
        View open = acme.call(() -> resource.create(careless).body());
        assertThat(isOpen(open)).isTrue();
        assertThat(acme.read(() -> calendars.isHoliday(LocalDate.parse("2026-07-31"), "WA")))
                .isTrue();
        assertThat(acme.read(() -> calendars.isHoliday(LocalDate.parse("2027-07-31"), "WA")))
                .isFalse();
    }

    private boolean isOpen(Versioned calendar) {
        return acme.read(() -> resource.isOpen(FRIDAY_NOON, calendar.id())).isOpen();
    }

    private HolidayResource.View holiday(String date, String region) {
        return holiday(date, region, false);
    }

    private HolidayResource.View holiday(String date, String region, boolean recurring) {
        return acme.call(() -> holidays.create(
                        new HolidayResource.Input("Day off", LocalDate.parse(date), recurring, region, null))
                .body());
    }

    @Test
    @DisplayName("SET-15: a holiday is unique per date and region")
    void isUniquePerDateAndRegion() {
        holiday("2026-12-25", "");
        holiday("2026-12-25", "NSW");

        assertThatThrownBy(() -> holiday("2026-12-25", "NSW")).isInstanceOf(RuntimeException.class);
    }

    @Test
    @DisplayName("SET-15: the holidays of a year are its own and the recurring ones of years before")
    void listsTheHolidaysOfAYear() {
        holiday("2024-01-26", "", true);
        holiday("2025-05-05", "", false);
        holiday("2026-04-03", "", false);
        holiday("2027-01-01", "", true);

        assertThat(acme.read(() -> holidays.list(asked(Map.of("year", "2026"))).items()))
                .extracting(view -> view.date().toString())
                .containsExactly("2024-01-26", "2026-04-03");
        assertThat(acme.read(() ->
                        holidays.list(asked(Map.of("isRecurring", "true"))).items()))
                .hasSize(2);
    }

    @Test
    void tellsOfEveryChangeOfAHoliday() {
        HolidayResource.View made = holiday("2026-12-25", "");
        acme.ifMatch(1)
                .call(() -> holidays.update(
                        made.id(), Patch.whole(new HolidayResource.Input("Xmas", made.date(), true, "", "Closed"))));
        acme.run(() -> holidays.delete(made.id()));

        assertThat(PLATFORM.published().stream()
                        .filter(event -> event.aggregateId().equals(made.id())
                                && event.name().equals("settings.holiday.changed")))
                .hasSize(3);
    }

    @Test
    @DisplayName("SET-14: without any calendar hours are elapsed hours and days calendar days")
    void doesWithoutACalendar() {
        UUID organization = bench.organization("bare-" + UUID.randomUUID());
        in(organization, () -> {
            TABLES.remove(
                    TABLES.findBy(WorkingCalendar.class, "isDefault", true).orElseThrow());
            return 0;
        });
        Instant beforeTheChange = Instant.parse("2026-10-03T02:00:00Z");

        assertThat(in(organization, () -> calendars.isOpen(FRIDAY_NOON, null))).isTrue();
        assertThat(in(organization, () -> calendars.addBusinessMinutes(FRIDAY_NOON, 90, null)))
                .isEqualTo("2026-07-31T13:30:00Z");
        assertThat(in(organization, () -> calendars.addBusinessDays(beforeTheChange, 1, null)))
                .isEqualTo("2026-10-04T01:00:00Z");
        assertThat(in(organization, () -> calendars.nextOpening(FRIDAY_NOON, null)))
                .isEmpty();
        assertThat(in(
                        organization,
                        () -> calendars.businessMinutesBetween(FRIDAY_NOON, FRIDAY_NOON.plusSeconds(150), null)))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("SET-13: minutes, hours and days of working time are added to a moment")
    void tellsWhenThingsAreDue() {
        View calendar = create("Fridays", friday("09:00", "17:00"));

        assertThat(acme.read(() -> resource.dueDate(FRIDAY_NOON, 60, null, null, null))
                        .dueAt())
                .isEqualTo("2026-07-31T13:00:00Z");
        assertThat(acme.read(() -> resource.dueDate(FRIDAY_NOON, null, 6, null, calendar.id()))
                        .dueAt())
                .isEqualTo("2026-08-07T10:00:00Z");
        assertThat(acme.read(() -> resource.dueDate(FRIDAY_NOON, null, null, 1, calendar.id()))
                        .dueAt())
                .isEqualTo("2026-08-07T17:00:00Z");
        assertRefused("no-business-hours", () -> acme.read(() -> resource.dueDate(FRIDAY_NOON, null, null, 54, null)));
        assertRefused("invalid-parameter", () -> acme.read(() -> resource.dueDate(FRIDAY_NOON, 1, 1, null, null)));
        assertRefused(
                "invalid-parameter", () -> acme.read(() -> resource.dueDate(FRIDAY_NOON, null, null, null, null)));
        assertRefused("invalid-parameter", () -> acme.read(() -> resource.dueDate(FRIDAY_NOON, -1, null, null, null)));
        assertRefused("not-found", () -> acme.read(() -> resource.isOpen(FRIDAY_NOON, UUID.randomUUID())));
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller leaves out
    void fillsInWhatACallerLeavesOut() {
        UUID organization = bench.organization("zone-" + UUID.randomUUID());
        var nothing = new BusinessHoursInput("Any", null, null, null, null);

        assertRefused("validation-failed", () -> new BusinessHoursInput("A", "Mars/Olympus", "", true, List.of()));
        View made = in(organization, () -> resource.create(
                        new BusinessHoursInput("Other", null, nothing.region(), true, List.of()))
                .body());
        assertThat(made.timezone()).isEqualTo("Australia/Sydney");
        assertThat(nothing.observesHolidays()).isTrue();
    }
}
