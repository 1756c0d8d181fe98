package io.renoz.platform.data;

import io.renoz.data.Coded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads the values of query parameters and cursors. */
final class Values {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(BigDecimal.class, Values::decimal),
            Map.entry(boolean.class, Values::bool),
            Map.entry(Boolean.class, Values::bool),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse));

    private static final Set<Class<?>> RANGED = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            BigDecimal.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class);

    private Values() {}

    static boolean readable(Class<?> type) {
        return type.isEnum() || READERS.containsKey(type);
    }

    /** Whether values are compared by greater and less, too. */
    static boolean ranged(Class<?> type) {
        return RANGED.contains(type);
    }

    /**
     * The value that a text stands for.
     *
     * @throws IllegalArgumentException with a sentence about what would be right
     */
    static Object read(Class<?> type, String text) {
        if (type.isEnum()) {
            return constant(type, text);
        }
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException("No values of " + type + " can be read.");
        }
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" is not " + described(type) + ".", e);
        }
    }

    /** What {@link #read} reads back. */
    static String write(Object value) {
        return value instanceof Enum<?> constant ? Coded.of(constant) : value.toString();
    }

    private static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> Coded.of((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(constants)
                                        .map(c -> Coded.of((Enum<?>) c))
                                        .toList())
                        + "."));
    }

    private static Object decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        if ((long) value.precision() - value.scale() > 30 || value.scale() > 30) {
            throw new NumberFormatException("out of range");
        }
        return value;
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static String described(Class<?> type) {
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T09:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type == LocalTime.class) {
            return "a time of day such as 09:30";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type == BigDecimal.class ? "a number" : "a whole number";
    }
}
