package io.renoz.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal the caller can act on, rendered once by the platform as an RFC 9457 document of type
 * {@code urn:renoz:problem:<slug>}.
 *
 * <p>Every slug has one status. Those of the platform and its modules are listed in {@code problems.properties} beside
 * this class; a module with slugs of its own uses the constructor. It is an answer, not a fault, so it has no stack trace.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    /** What is wrong with one field; {@code pointer} is a JSON pointer, or {@code ?name} for a query parameter. */
    public record FieldError(String pointer, String message) {}

    /** A problem of a slug that the platform does not know. */
    public Problem(int status, String slug, String detail) {
        this(status, slug, detail, List.of(), Map.of(), null);
    }

    private Problem(
            int status,
            String slug,
            String detail,
            List<FieldError> errors,
            Map<String, Object> members,
            @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.status = status;
        this.slug = slug;
        this.errors = List.copyOf(errors);
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A problem of a known slug, with the status that slug has everywhere. */
    public static Problem of(String slug, String detail) {
        return new Problem(Statuses.of(slug), slug, detail);
    }

    /** 422 {@code validation-failed}: a field breaks a rule. {@code field} is a name or a path such as {@code a/0/b}. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError("/" + field, message)));
    }

    /** 422 {@code validation-failed} with every error at once. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.get(0).message()
                : errors.size() + " values are not as they should be; see errors.";
        return of("validation-failed", detail).with(errors);
    }

    /** 422 {@code invalid-parameter}: a query parameter is unknown or has a value it cannot have. */
    public static Problem parameter(String name, String message) {
        return of("invalid-parameter", message).with(List.of(new FieldError("?" + name, message)));
    }

    /** 404: there is no such record, or none that this caller may see. */
    public static Problem notFound(String what) {
        return of("not-found", "There is no such " + what + ".");
    }

    /** 409 {@code invalid-transition}: the record's state does not allow the move. */
    public static Problem transition(String detail) {
        return of("invalid-transition", detail);
    }

    /** The same with the fields at fault. */
    public Problem with(List<FieldError> at) {
        return new Problem(status, slug, detail(), at, members, getCause());
    }

    /** The same with one more member of the document, for programs. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, detail(), errors, more, getCause());
    }

    /** The same with each pointer moved below {@code prefix}, for a value that turns out to be part of another. */
    public Problem below(String prefix) {
        return new Problem(
                status,
                slug,
                detail(),
                errors.stream()
                        .map(e -> new FieldError(prefix + e.pointer(), e.message()))
                        .toList(),
                members,
                getCause());
    }

    /** The same with what led to it: a lost race behind it lets the platform make the call again. */
    public Problem because(Throwable cause) {
        return new Problem(status, slug, detail(), errors, members, cause);
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** One sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }
}
