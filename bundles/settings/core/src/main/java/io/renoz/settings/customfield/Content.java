package io.renoz.settings.customfield;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a value holds: a text, a number, a truth value or a list of texts. */
record Content(Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_KEY = 255;
    private static final int KEPT_OF_LONG_KEYS = 190;

    /** Reads JSON; empty for {@code null} and for anything that no field could hold. */
    static Optional<Content> of(Json json) {
        try (JsonParser parser = FACTORY.createParser(json.text())) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            return switch (token) {
                case VALUE_STRING -> Optional.of(new Content(parser.getText()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(new Content(parser.getDecimalValue()));
                case VALUE_TRUE -> Optional.of(new Content(true));
                case VALUE_FALSE -> Optional.of(new Content(false));
                case START_ARRAY -> texts(parser);
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Content> texts(JsonParser parser) throws IOException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(parser.getText());
        }
        return parser.currentToken() == JsonToken.END_ARRAY
                ? Optional.of(new Content(List.copyOf(texts)))
                : Optional.empty();
    }

    static boolean isNull(Json json) {
        return json.text().strip().equals("null");
    }

    /** Whether it says nothing: an empty text or list clears a field. */
    boolean empty() {
        return (value instanceof String text && text.isBlank()) || (value instanceof List<?> list && list.isEmpty());
    }

    Json json() {
        var text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            if (value instanceof List<?> list) {
                out.writeStartArray();
                for (Object one : list) {
                    out.writeString(String.valueOf(one));
                }
                out.writeEndArray();
            } else if (value instanceof BigDecimal number) {
                out.writeNumber(plain(number));
            } else if (value instanceof Boolean flag) {
                out.writeBoolean(flag);
            } else {
                out.writeString(String.valueOf(value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Json(text.toString());
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }

    /** The same for equal values, whatever the case; a long one ends in its digest. */
    String key() {
        String key = value instanceof List<?> list
                ? list.stream()
                        .map(String::valueOf)
                        .map(Content::lower)
                        .sorted()
                        .collect(Collectors.joining("\n"))
                : value instanceof BigDecimal number ? plain(number) : lower(String.valueOf(value));
        return key.codePointCount(0, key.length()) <= LONGEST_KEY
                ? key
                : key.substring(0, key.offsetByCodePoints(0, KEPT_OF_LONG_KEYS)) + '#' + digest(key);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
