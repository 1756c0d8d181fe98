package io.renoz.financial.reminder;

import static io.renoz.financial.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.reminder.Ladder.Choice;
import io.renoz.financial.reminder.Ladder.LeftOut;
import io.renoz.financial.reminder.Ladder.Limits;
import io.renoz.financial.reminder.Ladder.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Limits LIMITS = new Limits(3, 6);
    private static final List<ReminderTemplate> STEPS = List.of(step(-3), step(7), step(14), off(30));

    private static ReminderTemplate step(int days) {
        var step = new ReminderTemplate();
        step.name = days + " days";
        step.daysOverdue = days;
        return step;
    }

    private static ReminderTemplate off(int days) {
        ReminderTemplate step = step(days);
        step.isActive = false;
        return step;
    }

    private static Choice next(int late, Sent sent) {
        return Ladder.next(STEPS, late, sent, LIMITS, TODAY);
    }

    private static Sent sent(int count, int highest, int daysAgo) {
        return new Sent(count, highest, TODAY.minusDays(daysAgo));
    }

    @Test
    @DisplayName("FIN-13: the highest active step that was reached is taken")
    void takesTheHighestReached() {
        assertThat(next(-4, Sent.NOTHING).leftOut()).isEqualTo(LeftOut.NO_STEP_REACHED);
        assertThat(next(-3, Sent.NOTHING).step()).isSameAs(STEPS.get(0));
        assertThat(next(13, Sent.NOTHING).step()).isSameAs(STEPS.get(1));
        assertThat(next(40, Sent.NOTHING).step()).isSameAs(STEPS.get(2));
    }

    @Test
    @DisplayName("FIN-13: no step at or below the last one sent is sent again")
    void neverGoesBack() {
        assertThat(next(13, sent(1, 7, 10)).leftOut()).isEqualTo(LeftOut.STEP_SENT);
        assertThat(next(13, sent(1, 14, 10)).leftOut()).isEqualTo(LeftOut.STEP_SENT);
        assertThat(next(14, sent(1, 7, 10)).step()).isSameAs(STEPS.get(2));
    }

    @Test
    @DisplayName("FIN-13: fewer than the most, and not too soon after the last")
    void keepsItsDistance() {
        assertThat(next(14, sent(1, 7, 5)).leftOut()).isEqualTo(LeftOut.TOO_SOON);
        assertThat(next(14, sent(1, 7, 6)).step()).isSameAs(STEPS.get(2));
        assertThat(next(14, sent(3, 7, 10)).leftOut()).isEqualTo(LeftOut.MAX_REMINDERS);
    }

    @Test
    @DisplayName("FIN-14: a step says what it knows, and is refused where it asks for more")
    void fillsPlaceholders() {
        assertThat(Placeholders.fill(
                        "{{orderNumber}} of {{ customerName }}", Map.of("orderNumber", "O$1", "customerName", "A")))
                .isEqualTo("O$1 of A");
        assertInvalid(() -> Placeholders.check("body", "{{orderNumber}} {{shoeSize}}"))
                .isEqualTo("/body");
    }
}
