package io.renoz.platform.data;

import io.renoz.data.Call;
import io.renoz.data.Row;
import io.renoz.problem.Problem;
import java.util.Arrays;
import java.util.Optional;

/** If-Match (RFC 9110, section 13.1.1) against a row's version. */
final class Preconditions {

    private Preconditions() {}

    static Problem stale() {
        return Problem.of("precondition-failed", "Someone else changed this record; read it again, then repeat.");
    }

    /** Refuses when no If-Match was sent, or none of its tags is the row's. */
    static void demand(Row row) {
        if (Call.current().request().ifMatch().isEmpty()) {
            throw Problem.of("precondition-required", "Send the ETag you last saw as If-Match.");
        }
        check(row);
    }

    /** Refuses when an If-Match was sent and none of its tags is the row's. */
    static void check(Row row) {
        Optional<String> sent = Call.current().request().ifMatch();
        if (sent.isPresent() && !matches(sent.get(), row.version())) {
            throw stale();
        }
    }

    static boolean matches(String header, int version) {
        String tag = "\"" + version + "\"";
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(sent -> sent.equals("*") || sent.equals(tag));
    }
}
