package io.renoz.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A kind of event that a module publishes.
 *
 * @param name {@code <domain>.<thing>.<happening>}
 * @param about one sentence for people
 * @param sample a payload as it could be; JSON values
 */
public record EventType(String name, String about, Map<String, Object> sample) {

    public EventType {
        sample = Collections.unmodifiableMap(new LinkedHashMap<>(sample));
    }

    /** The module that publishes it. */
    public String module() {
        return name.substring(0, name.indexOf('.'));
    }
}
