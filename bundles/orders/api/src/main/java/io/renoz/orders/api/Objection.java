package io.renoz.orders.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against confirming an order; the confirmation is refused with its problem.
 *
 * @param slug of the problem, as {@code customer-blocked}
 * @param detail one sentence for people
 * @param lineNumber the line it is about; null for the order
 * @param members more of the problem, for programs
 */
public record Objection(
        String slug, String detail, @Nullable Integer lineNumber, Map<String, Object> members) {

    public Objection {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Against the order as a whole. */
    public static Objection of(String slug, String detail) {
        return new Objection(slug, detail, null, Map.of());
    }

    /** Against one line. */
    public static Objection of(String slug, String detail, int lineNumber) {
        return new Objection(slug, detail, lineNumber, Map.of());
    }
}
