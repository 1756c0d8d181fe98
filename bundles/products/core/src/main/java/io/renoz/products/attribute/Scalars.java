package io.renoz.products.attribute;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON values that are simple, or lists of simple ones. */
final class Scalars {

    private static final JsonFactory JSON = new JsonFactory();

    private Scalars() {}

    /**
     * The values: {@link String}, {@link java.math.BigDecimal} and {@link Boolean}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static List<Object> of(Json json) {
        try (JsonParser parser = JSON.createParser(json.text())) {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_ARRAY) {
                return List.of(scalar(parser));
            }
            var values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(scalar(parser));
            }
            return values;
        } catch (IOException e) {
            throw new IllegalArgumentException("This is no value.", e);
        }
    }

    private static Object scalar(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("A value is needed.");
        }
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("It is a text, a number, true or false, or a list of texts.");
        };
    }
}
