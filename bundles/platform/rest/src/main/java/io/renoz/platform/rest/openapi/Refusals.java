package io.renoz.platform.rest.openapi;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.InPerson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The problems an operation may answer. */
final class Refusals {

    static final String SCHEMA = "Problem";

    private static final Map<Integer, String> COMMON = Map.ofEntries(
            entry(400, "malformed-request"),
            entry(401, "unauthenticated"),
            entry(403, "forbidden"),
            entry(404, "not-found"),
            entry(412, "precondition-failed"),
            entry(413, "payload-too-large"),
            entry(415, "unsupported-media-type"),
            entry(422, "validation-failed"),
            entry(428, "precondition-required"),
            entry(429, "too-many-requests"),
            entry(503, "unavailable"));

    private Refusals() {}

    /** Adds the problems of an operation to its responses. */
    static void add(Operation operation, boolean updates, ObjectNode responses) {
        var slugs = new TreeMap<Integer, TreeSet<String>>();
        COMMON.forEach((status, slug) -> {
            if (applies(status, operation, updates)) {
                slugs.computeIfAbsent(status, s -> new TreeSet<>()).add(slug);
            }
        });
        if (operation.upload()) {
            slugs.computeIfAbsent(413, s -> new TreeSet<>()).add("file-too-large");
        }
        operation
                .find(Answers.class)
                .map(Answers::value)
                .map(List::of)
                .orElse(List.of())
                .forEach(slug -> {
                    int status = status(slug);
                    slugs.computeIfAbsent(status, s -> new TreeSet<>()).add(slug);
                });
        slugs.forEach((status, known) -> responses.set(
                String.valueOf(status),
                known.size() == 1 && known.first().equals(COMMON.get(status))
                        ? Nodes.object().put("$ref", Nodes.RESPONSES + known.first())
                        : response(String.join(", ", known))));
    }

    private static boolean applies(int status, Operation operation, boolean updates) {
        boolean body = operation.body() != null;
        return switch (status) {
            case 400, 413, 415 -> body;
            case 401 -> operation.plane() != Plane.ANONYMOUS;
            case 403 -> operation.plane() == Plane.TENANT;
            case 429 -> operation.plane() == Plane.TENANT && !operation.is(InPerson.class);
            case 404 -> operation.path().contains("{") || operation.plane() == Plane.TENANT;
            case 412, 428 -> updates;
            case 422 -> body || operation.reading();
            default -> true;
        };
    }

    /** The status of a slug that a module may have of its own. */
    private static int status(String slug) {
        try {
            return Problem.of(slug, "").status();
        } catch (IllegalArgumentException e) {
            return 422;
        }
    }

    /** The responses that operations refer to. */
    static ObjectNode common() {
        ObjectNode responses = Nodes.object();
        new TreeMap<>(COMMON).values().forEach(slug -> responses.set(slug, response(slug)));
        return responses;
    }

    private static ObjectNode response(String description) {
        return Nodes.object()
                .put("description", description)
                .set("content", Nodes.content(Nodes.reference(SCHEMA), List.of(ProblemWriter.TYPE)));
    }

    /** RFC 9457, with what we add. */
    static ObjectNode schema() {
        ObjectNode error = Nodes.type("object");
        error.set(
                "properties",
                Nodes.object().<ObjectNode>set("pointer", Nodes.type("string")).set("message", Nodes.type("string")));
        ObjectNode properties = Nodes.object();
        properties.set("type", Nodes.type("string").put("description", "urn:renoz:problem:<slug>"));
        properties.set("title", Nodes.type("string"));
        properties.set("status", Nodes.type("integer", "int32"));
        properties.set("detail", Nodes.type("string"));
        properties.set("instance", Nodes.type("string").put("description", "Id of the request"));
        properties.set("errors", Nodes.type("array").set("items", error));
        return Nodes.type("object")
                .put("additionalProperties", true)
                .<ObjectNode>set("properties", properties)
                .set("required", Nodes.texts(List.of("type", "title", "status", "detail", "instance")));
    }
}
