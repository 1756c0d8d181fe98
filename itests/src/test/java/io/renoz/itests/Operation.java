package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One operation of an OpenAPI document. */
record Operation(Api api, String method, String path, JsonNode node, JsonNode shared) {

    /** A parameter. {@code schema} is plain. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    List<Parameter> parameters() {
        var nodes = new ArrayList<JsonNode>();
        shared.forEach(nodes::add);
        node.path("parameters").forEach(nodes::add);
        return nodes.stream()
                .map(api.schemas()::follow)
                .map(p -> new Parameter(
                        p.path("name").asText(),
                        p.path("in").asText(),
                        p.path("required").asBoolean(),
                        api.schemas().plain(p.path("schema"))))
                .toList();
    }

    /** The query parameter of a name. */
    Optional<Parameter> parameter(String name) {
        return parameters().stream()
                .filter(p -> p.in().equals("query") && p.name().equals(name))
                .findFirst();
    }

    boolean hasPathParameters() {
        return path.contains("{");
    }

    /** Media type of the JSON body it takes; empty when it takes none. */
    Optional<String> bodyType() {
        var types = new ArrayList<String>();
        api.schemas()
                .follow(node.path("requestBody"))
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types.stream().filter(type -> type.contains("json")).findFirst();
    }

    /** Schema of the JSON body, plain; a missing node when it takes none. */
    JsonNode body() {
        JsonNode content = api.schemas().follow(node.path("requestBody")).path("content");
        return bodyType()
                .map(type -> api.schemas().plain(content.path(type).path("schema")))
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private JsonNode form() {
        return api.schemas().follow(node.path("requestBody")).path("content").path("multipart/form-data");
    }

    /** Whether it takes a file as part of a form. */
    boolean takesForm() {
        return !form().isMissingNode();
    }

    /** Types of the file it takes; empty when they are left open. */
    List<String> fileTypes() {
        String types = form().path("encoding").path("file").path("contentType").asText();
        return types.isEmpty() ? List.of() : List.of(types.split(",\\s*"));
    }

    /** Schema of what it takes, as JSON or as the fields beside a file, plain. */
    JsonNode input() {
        if (!takesForm()) {
            return body();
        }
        var fields = (com.fasterxml.jackson.databind.node.ObjectNode)
                api.schemas().plain(form().path("schema")).deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) fields.path("properties")).remove("file");
        return fields;
    }

    /** Whether the body is needed. */
    boolean needsBody() {
        return api.schemas().follow(node.path("requestBody")).path("required").asBoolean();
    }

    /** Schema of the first successful answer, plain; a missing node when it has no content. */
    JsonNode answer() {
        for (String status : List.of("200", "201", "202")) {
            JsonNode response = api.schemas().follow(node.path("responses").path(status));
            JsonNode content = response.path("content").path("application/json").path("schema");
            if (!content.isMissingNode()) {
                return api.schemas().plain(content);
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** Whether it can be called without being signed in. */
    boolean anonymous() {
        JsonNode security =
                node.has("security") ? node.get("security") : api.document().path("security");
        return security.isEmpty() || Schemas.elements(security).stream().anyMatch(JsonNode::isEmpty);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Whether the document tells that it may be refused like this. */
    boolean declares(Answer refusal) {
        String told = api.schemas()
                .follow(node.path("responses").path(String.valueOf(refusal.status())))
                .path("description")
                .asText();
        return List.of(told.split(", ", -1)).contains(refusal.problem());
    }
}
