package io.renoz.financial.api;

import io.renoz.problem.Problem;
import java.time.LocalDate;

/** From one day to another, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "A period ends on or after its first day.");
        }
    }
}
