package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads bodies and checks them: 400 for what is no JSON, 422 with every error for what is not as it should be. */
public final class Bodies {

    private final ObjectMapper mapper;
    private final Checks checks;

    public Bodies(ObjectMapper mapper, Checks checks) {
        this.mapper = mapper;
        this.checks = checks;
    }

    /** A body of a type, checked. */
    public Object read(Type type, byte[] body) {
        return checked(mapper.constructType(type), reader -> reader.readValue(body), () -> tree(body));
    }

    /** The value a tree stands for, checked like a body. */
    public Object of(Type type, JsonNode tree) {
        return checked(mapper.constructType(type), reader -> reader.readValue(tree), () -> tree);
    }

    /** A body as a tree, unchecked. */
    public JsonNode tree(byte[] body) {
        try {
            JsonNode tree = mapper.reader().readTree(body);
            return tree.isMissingNode() ? refuseEmpty() : tree;
        } catch (JsonProcessingException e) {
            throw malformed(e);
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

    private interface Reading {
        @Nullable
        Object by(ObjectReader reader) throws IOException;
    }

    private Object checked(JavaType target, Reading reading, Supplier<JsonNode> tree) {
        List<FieldError> errors = AllErrors.list();
        Object value = null;
        try {
            value = reading.by(mapper.readerFor(target).withAttribute(AllErrors.ATTRIBUTE, errors));
        } catch (JsonProcessingException e) {
            Problem problem = problem(e);
            if (errors.isEmpty() || problem.status() == 400) {
                throw problem;
            } // else it follows from the errors that are known already
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read.", e);
        }
        if (!errors.isEmpty()) {
            if (errors.removeIf(error -> error.pointer().equals(AllErrors.UNKNOWN))) {
                UnknownFields.find(tree.get(), target, mapper.getTypeFactory(), errors);
            }
            throw Problem.invalid(errors);
        }
        if (value == null) {
            throw Problem.of("malformed-request", "The body must not be null.");
        }
        checks.check(value);
        return value;
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
            return mismatch(mismatch);
        }
        return e instanceof JsonMappingException
                ? Problem.invalid(List.of(new FieldError(Pointers.of(e), "This value is not allowed.")))
                : malformed(e);
    }

    private Problem mismatch(MismatchedInputException e) {
        boolean empty = e.getPath().isEmpty() && String.valueOf(e.getMessage()).startsWith("No content");
        if (empty) {
            return Problem.of("malformed-request", "This operation needs a JSON body.");
        }
        if (String.valueOf(e.getMessage()).startsWith("Trailing token")) {
            return Problem.of("malformed-request", "Something follows the end of the JSON value.");
        }
        Class<?> type = e.getTargetType();
        String message = type == null ? "This value is not allowed." : TypeNames.mustBe(mapper.constructType(type));
        return Problem.invalid(List.of(new FieldError(Pointers.of(e), message)));
    }

    private static JsonNode refuseEmpty() {
        throw Problem.of("malformed-request", "This operation needs a JSON body.");
    }

    private static Problem malformed(JsonProcessingException e) {
        var at = e.getLocation();
        String where = at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.of("malformed-request", "The body is not well-formed JSON within our limits" + where + ".");
    }
}
