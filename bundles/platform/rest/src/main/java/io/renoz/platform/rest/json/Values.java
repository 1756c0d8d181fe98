package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.renoz.data.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values whose JSON is narrower than Jackson's own: one way to write them, and only that one is read. */
final class Values {

    /** More digits than any column has; a greater exponent is an attack on {@code toPlainString}. */
    private static final int DIGITS = 40;

    private Values() {}

    static SimpleModule module() {
        var module = new SimpleModule("renoz");
        module.addSerializer(BigDecimal.class, new Amounts());
        module.addDeserializer(BigDecimal.class, new AmountReader());
        module.addSerializer(Json.class, new RawJson());
        module.addDeserializer(Json.class, new RawJsonReader());
        text(module, Instant.class, Texts::instant);
        text(module, LocalDate.class, Texts::date);
        text(module, LocalTime.class, LocalTime::parse);
        text(module, UUID.class, Texts::uuid);
        StrictReader.register(module);
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parser) {
        module.addDeserializer(type, new TextReader<>(type, parser));
    }

    /** Amounts have two digits at least, and never an exponent. */
    private static final class Amounts extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        Amounts() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.scale() < 2 ? value.setScale(2, RoundingMode.UNNECESSARY) : value);
        }
    }

    private static final class AmountReader extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        AmountReader() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
            }
            BigDecimal value = in.getDecimalValue();
            return Math.abs((long) value.scale()) > DIGITS || value.precision() > DIGITS
                    ? (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, value, AllErrors.OUT_OF_RANGE)
                    : value;
        }
    }

    /** JSON that the platform does not look into. */
    private static final class RawJson extends StdSerializer<Json> {
        private static final long serialVersionUID = 1L;

        RawJson() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(value.text());
        }
    }

    private static final class RawJsonReader extends StdDeserializer<Json> {
        private static final long serialVersionUID = 1L;

        RawJsonReader() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var text = new StringWriter();
            try (JsonGenerator out = in.getCodec().getFactory().createGenerator(text)) {
                out.copyCurrentStructureExact(in);
            }
            return new Json(text.toString());
        }
    }

    /** Values that are text in JSON and nothing else. */
    private static final class TextReader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parser;

        TextReader(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(handledType(), in);
            }
            try {
                return parser.apply(in.getText());
            } catch (IllegalArgumentException | DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), in.getText(), "not in the form of this type");
            }
        }
    }
}
