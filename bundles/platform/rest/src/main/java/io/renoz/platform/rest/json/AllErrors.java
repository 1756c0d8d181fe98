package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.renoz.problem.Problem.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a body be read to its end, so that the caller hears of every wrong value and not of the first alone. */
final class AllErrors extends DeserializationProblemHandler {

    /** Key of the list of errors among the attributes of a reading. */
    static final Object ATTRIBUTE = AllErrors.class;

    /** Key of the list of records that were not let into being. */
    static final Object REFUSED = Refused.class;

    static final String OUT_OF_RANGE = "out of range";

    /** Where errors of one reading are put. */
    static List<FieldError> list() {
        return new ArrayList<>();
    }

    @SuppressWarnings("unchecked")
    private static boolean add(DeserializationContext context, String pointer, String message) {
        if (context.getAttribute(ATTRIBUTE) instanceof List<?> list) {
            var errors = (List<FieldError>) list;
            if (errors.stream().noneMatch(known -> known.pointer().equals(pointer))) {
                errors.add(new FieldError(pointer, message));
            }
            return true;
        }
        return false;
    }

    private static String pointer(JsonParser in) {
        return in.getParsingContext().pathAsPointer().toString();
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser in,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        if (context.getAttribute(ATTRIBUTE) == null) {
            return false;
        } // else it is among the errors already, since the body was held against its type
        in.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser in, String message)
            throws IOException {
        if (!add(context, pointer(in), TypeNames.mustBe(type))) {
            return NOT_HANDLED;
        }
        in.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        return refused(context, TypeNames.mustBe(context.constructType(type)));
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String message) {
        return refused(
                context,
                message.equals(OUT_OF_RANGE)
                        ? "The number is out of range."
                        : TypeNames.mustBe(context.constructType(type)));
    }

    private static @Nullable Object refused(DeserializationContext context, String message) {
        return add(context, pointer(context.getParser()), message) ? null : NOT_HANDLED;
    }

    /** A rule of a record is heard after what its fields themselves have to keep to. */
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable cause) {
        Optional<List<FieldError>> rule = Refused.rule(cause);
        if (rule.isPresent()
                && type.isRecord()
                && argument instanceof Object[] values
                && context.getAttribute(REFUSED) instanceof List<?> list) {
            ((List<Refused>) list).add(new Refused(type, values, record(context.getParser()), rule.get()));
            return null;
        }
        return NOT_HANDLED;
    }

    /** Where the record is whose last property was read. */
    private static String record(JsonParser in) {
        boolean inside = in.currentToken() == JsonToken.FIELD_NAME;
        JsonStreamContext at = in.getParsingContext();
        return (inside ? at.getParent() : at).pathAsPointer().toString();
    }

    @Override
    public @Nullable Object handleWeirdKey(DeserializationContext context, Class<?> type, String key, String message) {
        return refused(
                context,
                "The name " + TypeNames.mustBe(context.constructType(type)).substring(3));
    }
}
