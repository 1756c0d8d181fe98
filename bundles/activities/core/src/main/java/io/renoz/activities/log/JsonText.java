package io.renoz.activities.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of fields as JSON that {@code jsonb} takes. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Maps become objects, collections and arrays become arrays, all that is no number or truth value becomes text. */
    static String of(@Nullable Object value) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
        } else if (value instanceof Json raw) {
            json.writeRawValue(raw.text());
        } else if (value instanceof Map<?, ?> map) {
            object(json, map);
        } else if (value instanceof Collection<?> items) {
            array(json, items);
        } else if (value.getClass().isArray()) {
            elements(json, value);
        } else {
            json.writeString(clean(value instanceof Enum<?> constant ? Coded.of(constant) : value.toString()));
        }
    }

    private static void object(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(clean(String.valueOf(entry.getKey())));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, Collection<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }

    private static void elements(JsonGenerator json, Object array) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            write(json, Array.get(array, i));
        }
        json.writeEndArray();
    }

    /** PostgreSQL keeps every character but this one. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
