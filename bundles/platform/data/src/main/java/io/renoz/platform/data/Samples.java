package io.renoz.platform.data;

import io.renoz.data.Coded;
import io.renoz.data.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values of each type, for people to see what a payload looks like. */
final class Samples {

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(UUID.class, UUID.fromString("0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78")),
            Map.entry(String.class, "text"),
            Map.entry(String[].class, List.of("text")),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("12.50")),
            Map.entry(Instant.class, Instant.parse("2026-07-31T06:30:00Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-07-31")),
            Map.entry(LocalTime.class, LocalTime.of(9, 0)),
            Map.entry(Json.class, new Json("{}")));

    private Samples() {}

    static Object of(Class<?> type) {
        return type.isEnum() ? Coded.of((Enum<?>) type.getEnumConstants()[0]) : VALUES.getOrDefault(type, "text");
    }
}
