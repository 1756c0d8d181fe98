package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Text is text and numbers are numbers: nothing is taken for something else, and every misfit is reported. */
final class StrictReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private interface Getter<T> {
        T get(JsonParser in) throws IOException;
    }

    private final transient Predicate<JsonToken> fits;
    private final transient Getter<T> getter;
    private final transient @Nullable T absent;

    private StrictReader(Class<T> type, Predicate<JsonToken> fits, Getter<T> getter, @Nullable T absent) {
        super(type);
        this.fits = fits;
        this.getter = getter;
        this.absent = absent;
    }

    static void register(SimpleModule module) {
        add(module, String.class, token -> token == JsonToken.VALUE_STRING, JsonParser::getText, null);
        add(module, Integer.class, token -> token == JsonToken.VALUE_NUMBER_INT, JsonParser::getIntValue, null);
        add(module, int.class, token -> token == JsonToken.VALUE_NUMBER_INT, JsonParser::getIntValue, 0);
        add(module, Long.class, token -> token == JsonToken.VALUE_NUMBER_INT, JsonParser::getLongValue, null);
        add(module, long.class, token -> token == JsonToken.VALUE_NUMBER_INT, JsonParser::getLongValue, 0L);
        add(module, Boolean.class, JsonToken::isBoolean, JsonParser::getBooleanValue, null);
        add(module, boolean.class, JsonToken::isBoolean, JsonParser::getBooleanValue, false);
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Predicate<JsonToken> fits, Getter<T> getter, @Nullable T absent) {
        module.addDeserializer(type, new StrictReader<>(type, fits, getter, absent));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!fits.test(in.currentToken())) {
            Object replaced = context.handleUnexpectedToken(handledType(), in);
            return replaced == null ? absent : (T) replaced;
        }
        try {
            return getter.get(in);
        } catch (InputCoercionException e) {
            Object replaced =
                    context.handleWeirdNumberValue(handledType(), in.getNumberValue(), AllErrors.OUT_OF_RANGE);
            return replaced == null ? absent : (T) replaced;
        }
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return absent;
    }
}
