package io.renoz.pipeline.report;

import io.renoz.pipeline.api.Period;
import io.renoz.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The period a report was asked for. */
final class Asked {

    private static final int MOST_YEARS = 10;

    private Asked() {}

    /**
     * The days from one to the other.
     *
     * @throws Problem {@code invalid-parameter} when they are none, or too many
     */
    static Period period(
            @Nullable LocalDate from, @Nullable LocalDate to, LocalDate standardFrom, LocalDate standardTo) {
        LocalDate first = from == null ? standardFrom : from;
        LocalDate last = to == null ? (standardTo.isBefore(first) ? first : standardTo) : to;
        if (last.isBefore(first)) {
            throw Problem.parameter("to", "A period ends on its first day or later.");
        }
        if (last.isAfter(first.plusYears(MOST_YEARS))) {
            throw Problem.parameter("to", "A report tells of " + MOST_YEARS + " years at most.");
        }
        return new Period(first, last);
    }
}
