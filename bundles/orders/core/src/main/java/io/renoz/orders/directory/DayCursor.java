package io.renoz.orders.directory;

import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

/** Where a page of orders by day begins: after this one. */
record DayCursor(LocalDate day, UUID id) {

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((day + "." + id).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws Problem {@code invalid-parameter}
     */
    static DayCursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\.", -1);
            if (parts.length == 2) {
                return new DayCursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            }
            throw wrong();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong().because(e);
        }
    }

    private static Problem wrong() {
        return Problem.parameter("cursor", "This is no cursor of this list; begin with the first page.");
    }
}
