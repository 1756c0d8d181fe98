package io.renoz.settings.entity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of names and plain values, as callers write filters and mappings: {@code {"status": "active"}}. */
public final class PlainObject {

    private static final JsonFactory JSON = new JsonFactory();

    private PlainObject() {}

    /**
     * The values by name, in order.
     *
     * @param field where it was sent
     * @throws Problem {@code validation-failed} at that field unless it is an object of plain values
     */
    public static Map<String, String> read(@Nullable Json object, String field) {
        if (object == null) {
            return Map.of();
        }
        var read = new LinkedHashMap<String, String>();
        try (JsonParser parser = JSON.createParser(object.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unfit(field);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!parser.nextToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
                    throw unfit(field);
                }
                read.put(name, parser.getText());
            }
        } catch (IOException e) {
            throw unfit(field);
        }
        return read;
    }

    private static Problem unfit(String field) {
        return Problem.invalid(field, "This is an object of names and plain values.");
    }

    /** Such an object. */
    public static Json of(Map<String, String> values) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Json(text.toString());
    }
}
