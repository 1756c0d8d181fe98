package io.renoz.orders.payment;

import io.renoz.orders.api.OpenItem;
import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

/** Where a page of open items begins: after this one. */
record OpenCursor(UUID customer, LocalDate due, UUID order) {

    static OpenCursor after(OpenItem last) {
        LocalDate due = last.dueDate();
        if (due == null) {
            throw new IllegalStateException("An issued order is due on some day.");
        }
        return new OpenCursor(last.customerId(), due, last.orderId());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((customer + "." + due + "." + order).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws Problem {@code invalid-parameter}
     */
    static OpenCursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\.", -1);
            if (parts.length == 3) {
                return new OpenCursor(UUID.fromString(parts[0]), LocalDate.parse(parts[1]), UUID.fromString(parts[2]));
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
