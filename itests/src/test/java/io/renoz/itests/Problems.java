package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What every refusal looks like, whoever refuses. */
final class Problems {

    private static final String TYPE = "application/problem+json";
    private static final Pattern INNARDS = Pattern.compile(
            "\\b(java|javax|org|com|io)\\.[a-z_]+\\.[a-zA-Z_.]*[A-Z]\\w+|\\w+Exception\\b|\\bat [a-z]+\\.[a-z]+"
                    + "|Hibernate|EclipseLink|JDBC|\\bSQL\\b|\\bselect \\w+");

    private Problems() {}

    /** Fails when an answer of 400 and above is no problem document, or one that tells how we are built. */
    static void check(String request, Answer answer) {
        if (answer.status() < 400) {
            return;
        }
        JsonNode body = answer.body();
        String type = answer.header("Content-Type").orElse("none");
        need(type.startsWith(TYPE), "its type is " + type, request, answer);
        for (String member : List.of("type", "title", "detail", "instance")) {
            need(!body.path(member).asText().isBlank(), "it has no " + member, request, answer);
        }
        need(!answer.problem().isEmpty(), "its type is no urn of ours", request, answer);
        need(body.path("status").asInt() == answer.status(), "it names another status", request, answer);
        String instance = body.path("instance").asText();
        need(isUuid(instance), "its instance is no request id", request, answer);
        boolean replayed = answer.header("Idempotency-Replayed").isPresent(); // of another request before
        need(
                replayed || answer.header("X-Request-Id").orElse(instance).equals(instance),
                "its instance is not the X-Request-Id",
                request,
                answer);
        need(
                !INNARDS.matcher(body.path("detail").asText() + body.path("errors"))
                        .find(),
                "it shows innards",
                request,
                answer);
        need(answer.status() < 500 || answer.status() == 503, "something is broken", request, answer);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void need(boolean good, String complaint, String request, Answer answer) {
        if (!good) {
            throw new AssertionError(
                    request + " was answered by " + answer.status() + " and " + complaint + ": " + answer.text());
        }
    }

    /** The fields at fault. */
    static List<String> pointers(Answer answer) {
        return Schemas.elements(answer.body().path("errors")).stream()
                .map(error -> error.path("pointer").asText())
                .toList();
    }

    /** The document without what differs from request to request. */
    static JsonNode lasting(Answer answer) {
        JsonNode copy = answer.body().deepCopy();
        if (copy instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            object.remove("instance");
        }
        return copy;
    }
}
