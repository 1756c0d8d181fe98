package io.renoz.settings.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationStatus;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    /** In Sydney it is the next morning. */
    private static final Clock EVENING = at("2026-06-30T20:00:00Z");

    private final Organization acme = new Organization(UUID.randomUUID(), "acme", "Acme", EVENING.instant());

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    private static void assertRefused(ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo("invalid-transition"));
    }

    @Test
    void goesFromTrialToActiveOnce() {
        acme.activate();

        assertThat(acme.status).isEqualTo(OrganizationStatus.ACTIVE);
        assertRefused(acme::activate);
    }

    @Test
    void isReinstatedOnlyWhenSuspended() {
        assertRefused(acme::reinstate);
        acme.suspend("unpaid", EVENING.instant());
        assertRefused(() -> acme.suspend("again", EVENING.instant()));
        acme.reinstate();

        assertThat(acme.status).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(acme.suspendedReason).isNull();
    }

    @Test
    @DisplayName("SET-03: closing sets the day of erasure to 30 days later, where the organization is")
    void isKeptForThirtyDays() {
        acme.close(EVENING);

        assertThat(acme.purgeAfter).isEqualTo(LocalDate.parse("2026-07-31"));
        assertRefused(() -> acme.close(EVENING));
        assertRefused(() -> acme.suspend("late", EVENING.instant()));
    }

    @Test
    @DisplayName("SET-03: it opens again before that day only")
    void opensAgainBeforeItMayBeErased() {
        acme.close(EVENING);

        assertRefused(() -> acme.reopen(at("2026-07-30T14:00:00Z")));
        acme.reopen(at("2026-07-30T13:59:59Z"));
        assertThat(acme.status).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(acme.purgeAfter).isNull();
    }

    @Test
    void showsItselfToOtherModules() {
        acme.weekStartDay = 0;

        assertThat(acme.profile().weekStart()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(acme.profile().today(EVENING)).isEqualTo(LocalDate.parse("2026-07-01"));
        assertThat(acme.profile().dateFormat()).isEqualTo("DD/MM/YYYY");
    }
}
