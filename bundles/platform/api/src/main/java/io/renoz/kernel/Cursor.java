package io.renoz.kernel;

import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Where a page begins, in a text that says nothing to callers. */
final class Cursor {

    private Cursor() {}

    /** A cursor of a list in some order, from a row with these values on. */
    static String of(String order, List<String> values) {
        String text = encoded(order)
                + values.stream().map(value -> "." + encoded(value)).collect(Collectors.joining());
        return encoded(text);
    }

    /**
     * The values a cursor was made of.
     *
     * @throws Problem {@code invalid-parameter} when it is none of a list in this order
     */
    static List<String> values(String cursor, String order, int count) {
        List<String> parts;
        try {
            parts = Arrays.stream(decoded(cursor).split("\\.", -1))
                    .map(Cursor::decoded)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        if (parts.size() != count + 1 || !parts.get(0).equals(order)) {
            throw wrong();
        }
        return parts.subList(1, parts.size());
    }

    static Problem wrong() {
        return Problem.parameter("cursor", "This is no cursor of this list in this order; begin with the first page.");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
