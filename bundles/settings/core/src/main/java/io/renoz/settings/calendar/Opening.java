package io.renoz.settings.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in which a calendar is open, without its end. */
record Opening(Instant start, Instant end) {

    Duration length() {
        return Duration.between(start, end);
    }
}
