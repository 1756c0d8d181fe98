package io.renoz.platform.rest.json;

import com.fasterxml.jackson.databind.JavaType;
import io.renoz.data.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a value must be, said to people: never with the name of a Java class. */
public final class TypeNames {

    private TypeNames() {}

    static String mustBe(JavaType type) {
        return type.isReferenceType()
                ? mustBe(type.getContentType())
                : type.isCollectionLikeType() ? "It must be a list." : mustBe(type.getRawClass());
    }

    /** A sentence. */
    public static String mustBe(Class<?> type) {
        return "It must be " + name(type) + ".";
    }

    private static String name(Class<?> raw) {
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .map(value -> Coded.of((Enum<?>) value))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return raw.isArray() ? "a list" : scalar(raw);
    }

    private static String scalar(Class<?> raw) {
        if (raw == String.class) {
            return "text";
        } else if (raw == UUID.class) {
            return "a UUID";
        } else if (raw == LocalDate.class) {
            return "a date such as 2026-01-31";
        } else if (raw == LocalTime.class) {
            return "a time such as 09:30";
        } else if (raw == Instant.class) {
            return "a time such as 2026-01-31T09:30:00Z";
        } else if (raw == boolean.class || raw == Boolean.class) {
            return "true or false";
        } else if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return "a whole number";
        } else if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
            return "a number";
        }
        return raw.getName().startsWith("java.time.") ? "a time in ISO form" : "an object";
    }
}
