package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bodies and checks them: 400 for what is no JSON, 422 with every error for what is not as it should be. */
public final class Bodies {

    private final ObjectMapper mapper;
    private final Checks checks;
    private final Shapes shapes;

    public Bodies(ObjectMapper mapper, Checks checks) {
        this.mapper = mapper;
        this.checks = checks;
        this.shapes = new Shapes(mapper.getTypeFactory());
    }

    /** A body of a type, checked. */
    public Object read(Type type, byte[] body) {
        return of(type, tree(body));
    }

    /** The value a tree stands for, checked. */
    public Object of(Type type, JsonNode tree) {
        JavaType target = mapper.constructType(type);
        List<FieldError> wrong = AllErrors.list();
        var missing = new ArrayList<FieldError>();
        shapes.look(tree, target, wrong, missing);
        var refused = new ArrayList<Refused>();
        Object value = value(target, tree, wrong, missing, refused);
        if (wrong.isEmpty()) {
            wrong.addAll(Refused.errors(refused, checks, value));
        }
        if (wrong.isEmpty() && missing.isEmpty()) {
            refused.forEach(one -> wrong.addAll(one.rule()));
        }
        missing.stream()
                .filter(error ->
                        wrong.stream().noneMatch(known -> known.pointer().equals(error.pointer())))
                .toList()
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        if (value == null) {
            throw Problem.of("malformed-request", "The body must not be null.");
        }
        return value;
    }

    /** The value; null when it cannot be made because of errors that are known. */
    private @Nullable Object value(
            JavaType target, JsonNode tree, List<FieldError> wrong, List<FieldError> missing, List<Refused> refused) {
        try {
            return mapper.readerFor(target)
                    .withAttribute(AllErrors.ATTRIBUTE, wrong)
                    .withAttribute(AllErrors.REFUSED, refused)
                    .readValue(tree);
        } catch (JsonProcessingException e) {
            if (wrong.isEmpty() && missing.isEmpty() && refused.isEmpty()) {
                throw problem(e);
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A tree in memory can be read.", e);
        }
    }

    /** A body as a tree, unchecked. */
    public JsonNode tree(byte[] body) {
        try {
            JsonNode tree = mapper.reader().readTree(body);
            if (tree.isMissingNode()) {
                throw Problem.of("malformed-request", "This operation needs a JSON body.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (NumberFormatException e) { // an exponent that no number in memory can have
            throw Problem.of("malformed-request", "A number in the body is beyond our limits.");
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read.", e);
        }
    }

    /** The tree of a value, as it would be sent. */
    public JsonNode tree(Object value) {
        try {
            return mapper.readTree(mapper.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new IllegalStateException("An input that was read can be written.", e);
        }
    }

    private Problem problem(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem.below(Pointers.of(e));
            }
            if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
                return malformed(e);
            }
            if (cause instanceof NullPointerException) {
                return Problem.invalid(List.of(new FieldError(Pointers.of(e), "A value that is needed is missing.")));
            }
        }
        if (e instanceof MismatchedInputException mismatch) {
            Class<?> type = mismatch.getTargetType();
            String message = type == null ? "This value is not allowed." : TypeNames.mustBe(mapper.constructType(type));
            return Problem.invalid(List.of(new FieldError(Pointers.of(e), message)));
        }
        return e instanceof JsonMappingException
                ? Problem.invalid(List.of(new FieldError(Pointers.of(e), "This value is not allowed.")))
                : malformed(e);
    }

    private static Problem malformed(JsonProcessingException e) {
        String text = String.valueOf(e.getOriginalMessage());
        if (text.startsWith("Trailing token")) {
            return Problem.of("malformed-request", "Something follows the end of the JSON value.");
        }
        var at = e.getLocation();
        String where = at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.of("malformed-request", "The body is not well-formed JSON within our limits" + where + ".");
    }
}
