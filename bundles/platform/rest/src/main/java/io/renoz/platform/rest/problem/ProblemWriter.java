package io.renoz.platform.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServletResponse;

/**
 * Renders problems. Each application has one of its own on its own mapper, since members may be of a module's classes.
 * Thread-safe.
 */
public final class ProblemWriter {

    /** Media type of a problem. */
    public static final String TYPE = "application/problem+json";

    private final ObjectMapper mapper;

    public ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The document; {@code request} becomes its instance. */
    public byte[] write(Problem problem, UUID request) {
        try {
            return mapper.writeValueAsBytes(document(problem, request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A member of the problem " + problem.slug() + " has no JSON.", e);
        }
    }

    private static Map<String, Object> document(Problem problem, UUID request) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "urn:renoz:problem:" + problem.slug());
        document.put("title", title(problem.slug()));
        document.put("status", problem.status());
        document.put("detail", problem.detail());
        document.put("instance", request.toString());
        if (!problem.errors().isEmpty()) {
            document.put(
                    "errors",
                    problem.errors().stream().map(ProblemWriter::error).toList());
        }
        problem.members().forEach(document::putIfAbsent);
        return document;
    }

    private static Map<String, String> error(FieldError error) {
        var members = new LinkedHashMap<String, String>();
        members.put("pointer", error.pointer());
        members.put("message", error.message());
        return members;
    }

    /** {@code Validation failed} for {@code validation-failed}. */
    static String title(String slug) {
        String words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Answers a request with a problem, unless the answer has begun already. */
    public void send(HttpServletResponse response, Problem problem, UUID request) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(TYPE);
        headers(problem).forEach(response::setHeader);
        byte[] body = write(problem, request);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Headers that go with some problems. */
    static Map<String, String> headers(Problem problem) {
        return switch (problem.status()) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer");
            case 503 -> Map.of("Retry-After", "2");
            case 409 -> problem.slug().equals("request-running") ? Map.of("Retry-After", "1") : Map.of();
            default -> Map.of();
        };
    }
}
