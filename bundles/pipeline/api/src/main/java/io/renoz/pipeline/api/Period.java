package io.renoz.pipeline.api;

import java.time.LocalDate;

/** Some days, from the first to the last one, both of them included, in the organization's zone. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on its first day or later.");
        }
    }
}
