package io.renoz.financial.receivable;

import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.Office;
import io.renoz.financial.receivable.PeriodLockResource.Lock;
import io.renoz.testing.Organization;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeriodLockIT {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);

    private final Office office = new Office();
    private final Organization finance = office.user("financial.lock");
    private final Organization admin = office.user("financial.lock", "financial.unlock");

    private @Nullable LocalDate move(Organization as, @Nullable LocalDate to, @Nullable String reason) {
        return as.call(() -> office.periodLock.put(new Lock(to, reason))).lockDate();
    }

    @Test
    @DisplayName("FIN-21: forward is for finance, back for admin with a reason; both are audited and told")
    void moves() {
        assertThat(move(finance, JANUARY, null)).isEqualTo(JANUARY);
        assertThat(move(finance, FEBRUARY, null)).isEqualTo(FEBRUARY);
        assertRefused(() -> move(finance, JANUARY, "Late invoice")).isEqualTo("forbidden");
        assertRefused(() -> move(finance, null, "Late invoice")).isEqualTo("forbidden");
        assertInvalid(() -> move(admin, JANUARY, " ")).isEqualTo("/reason");
        assertInvalid(() -> move(admin, office.today().plusDays(1), null)).isEqualTo("/lockDate");
        assertThat(office.books.lockedUntil()).contains(FEBRUARY);
        assertThat(move(admin, JANUARY, "Late invoice")).isEqualTo(JANUARY);
        assertThat(move(admin, null, "Start again")).isNull();

        assertThat(office.books.lockedUntil()).isEmpty();
        assertThat(office.told(office.organization.id())).hasSize(4).containsOnly("financial.period.locked");
        assertThat(office.trail.entries).hasSize(4);
        assertThat(office.trail.entries.get(2).act().metadata()).containsEntry("reason", "Late invoice");
    }
}
