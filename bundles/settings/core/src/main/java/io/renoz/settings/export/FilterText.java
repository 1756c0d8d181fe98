package io.renoz.settings.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters as callers write them into a request: {@code {"status": "active", "createdAt.gte": "2026-01-01T00:00:00Z"}}. */
final class FilterText {

    private static final JsonFactory JSON = new JsonFactory();

    private FilterText() {}

    /**
     * The filters by name.
     *
     * @throws Problem {@code validation-failed} at the field {@code filters} unless it is an object of plain values
     */
    static Map<String, String> read(@Nullable Json filters) {
        if (filters == null) {
            return Map.of();
        }
        var read = new LinkedHashMap<String, String>();
        try (JsonParser parser = JSON.createParser(filters.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unfit();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!parser.nextToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
                    throw unfit();
                }
                read.put(name, parser.getText());
            }
        } catch (IOException e) {
            throw unfit();
        }
        return read;
    }

    private static Problem unfit() {
        return Problem.invalid("filters", "Filters are an object of names and plain values.");
    }
}
