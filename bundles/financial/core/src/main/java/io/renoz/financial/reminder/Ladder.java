package io.renoz.financial.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** FIN-13: which step of the ladder comes next for an order, if any. */
public final class Ladder {

    private Ladder() {}

    /** Why an order gets no reminder today. */
    public enum LeftOut {
        BELOW_MIN_BALANCE,
        NO_STEP_REACHED,
        STEP_SENT,
        TOO_SOON,
        MAX_REMINDERS
    }

    /**
     * What went out for an order so far.
     *
     * @param highest days of the highest step that was sent
     * @param last day on which the last one was sent
     */
    record Sent(
            int count, @Nullable Integer highest, @Nullable LocalDate last) {

        static final Sent NOTHING = new Sent(0, null, null);
    }

    /** The limits of an organization. */
    record Limits(int maxReminders, int minDaysBetween) {}

    /** A step, or why there is none. */
    record Choice(@Nullable ReminderTemplate step, @Nullable LeftOut leftOut) {

        static Choice none(LeftOut why) {
            return new Choice(null, why);
        }
    }

    /** The highest step that was reached. */
    static Optional<ReminderTemplate> reached(List<ReminderTemplate> steps, int daysLate) {
        return steps.stream()
                .filter(step -> step.isActive && step.days() <= daysLate)
                .max(Comparator.comparingInt(ReminderTemplate::days));
    }

    static Choice next(List<ReminderTemplate> steps, int daysLate, Sent sent, Limits limits, LocalDate today) {
        Optional<ReminderTemplate> reached = reached(steps, daysLate);
        if (reached.isEmpty()) {
            return Choice.none(LeftOut.NO_STEP_REACHED);
        }
        if (sent.count >= limits.maxReminders) {
            return Choice.none(LeftOut.MAX_REMINDERS);
        }
        if (sent.highest != null && reached.get().days() <= sent.highest) {
            return Choice.none(LeftOut.STEP_SENT);
        }
        if (sent.last != null && ChronoUnit.DAYS.between(sent.last, today) < limits.minDaysBetween) {
            return Choice.none(LeftOut.TOO_SOON);
        }
        return new Choice(reached.get(), null);
    }
}
