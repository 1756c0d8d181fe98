package io.renoz.platform.data;

import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and where a page begins in it (keyset paging). The id comes last, so that the order is total; null
 * counts as greater than everything, as in PostgreSQL.
 */
final class Order {

    private static final String NULL = "-";
    private static final String VALUE = "=";

    private record Key(String field, Class<?> type, boolean descending) {

        String text() {
            return (descending ? "-" : "") + field;
        }
    }

    private final List<Key> keys;

    private Order(List<Key> keys) {
        this.keys = keys;
    }

    /** Reads {@code -createdAt,name}; {@code offered} are the fields one may name. */
    static Order of(String text, Map<String, Class<?>> offered) {
        var keys = new ArrayList<Key>();
        for (String part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String field = descending ? part.substring(1) : part;
            Class<?> type = offered.get(field);
            if (type == null) {
                throw Problem.parameter(
                        "sort", "Sort by one of " + String.join(", ", offered.keySet()) + ", with - for descending.");
            }
            if (keys.stream().noneMatch(key -> key.field().equals(field))) {
                keys.add(new Key(field, type, descending));
            }
        }
        if (keys.stream().noneMatch(key -> key.field().equals("id"))) {
            keys.add(new Key("id", UUID.class, keys.get(keys.size() - 1).descending()));
        }
        return new Order(keys);
    }

    String clause() {
        return keys.stream()
                .map(key -> "e." + key.field() + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    private String signature() {
        return keys.stream().map(Key::text).collect(Collectors.joining(","));
    }

    /** Where the page after a row begins; {@code values} reads its fields. */
    String cursorAfter(Map<String, @Nullable Object> values) {
        var parts = new ArrayList<String>();
        parts.add(signature());
        keys.forEach(key -> {
            Object value = values.get(key.field());
            parts.add(value == null ? NULL : VALUE + Values.write(value));
        });
        String text = parts.stream().map(Order::encoded).collect(Collectors.joining("."));
        return encoded(text);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    List<String> fields() {
        return keys.stream().map(Key::field).toList();
    }

    /** Limits a query to what comes after a cursor. */
    void after(String cursor, Jpql query) {
        Object[] values;
        try {
            values = read(cursor);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(
                    "cursor", "This is no cursor of this list in this order; begin with the first page.");
        }
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                parameters.put("k" + i, values[i]);
            }
        }
        query.where(beyond(0, values), parameters);
    }

    private @Nullable Object[] read(String cursor) {
        String[] parts = Arrays.stream(decoded(cursor).split("\\.", -1))
                .map(Order::decoded)
                .toArray(String[]::new);
        if (parts.length != keys.size() + 1 || !parts[0].equals(signature())) {
            throw new IllegalArgumentException("another order");
        }
        var values = new @Nullable Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            String part = parts[i + 1];
            values[i] = part.startsWith(VALUE) ? Values.read(keys.get(i).type(), part.substring(1)) : null;
        }
        return values;
    }

    /** Greater in the first key, or equal there and beyond in the others. */
    private String beyond(int i, @Nullable Object[] values) {
        Key key = keys.get(i);
        String field = "e." + key.field();
        String same = values[i] == null ? field + " is null" : field + " = :k" + i;
        String next = i + 1 < keys.size() ? "(" + same + " and " + beyond(i + 1, values) + ")" : "";
        var either = new ArrayList<String>();
        if (values[i] == null) {
            if (key.descending()) {
                either.add(field + " is not null");
            }
        } else {
            either.add(field + (key.descending() ? " < :k" : " > :k") + i);
            if (!key.descending() && !key.field().equals("id")) {
                either.add(field + " is null");
            }
        }
        if (!next.isEmpty()) {
            either.add(next);
        }
        return either.isEmpty() ? "1 = 0" : "(" + String.join(" or ", either) + ")";
    }
}
