package io.renoz.financial;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of an event in the making; what is null is left out. */
public final class Facts {

    private final Map<String, Object> payload = new LinkedHashMap<>();

    private Facts() {}

    public static Facts of(String name, @Nullable Object value) {
        return new Facts().and(name, value);
    }

    public Facts and(String name, @Nullable Object value) {
        if (value != null) {
            payload.put(name, value instanceof Enum<?> constant ? Coded.of(constant) : plain(value));
        }
        return this;
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof UUID
                ? value
                : value.toString();
    }

    /** {@code financial.<thing>.<happening>} of a record. */
    public DomainEvent event(String name, String type, UUID record) {
        return new DomainEvent("financial." + name, type, record, payload);
    }
}
