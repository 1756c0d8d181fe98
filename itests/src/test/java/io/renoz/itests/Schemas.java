package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Schemas of one OpenAPI document (3.0 or 3.1), with references followed and {@code allOf} joined. */
final class Schemas {

    private static final int MOST_REFERENCES = 20;

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** The node behind references; a missing node when there is none. */
    JsonNode follow(JsonNode node) {
        JsonNode at = node;
        for (int i = 0; i < MOST_REFERENCES && at.has("$ref"); i++) {
            at = document.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    /** A schema as one plain object: without references, {@code allOf} and the null beside a type. */
    JsonNode plain(JsonNode schema) {
        JsonNode found = follow(schema);
        JsonNode either = found.has("anyOf") ? found.get("anyOf") : found.path("oneOf");
        for (JsonNode choice : either) {
            if (!"null".equals(type(choice))) {
                return joined(found, List.of(choice));
            }
        }
        return found.has("allOf") ? joined(found, elements(found.get("allOf"))) : found;
    }

    private JsonNode joined(JsonNode around, List<JsonNode> parts) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        var nodes = new ArrayList<JsonNode>();
        parts.forEach(part -> nodes.add(plain(part)));
        nodes.add(around);
        for (JsonNode node : nodes) {
            node.properties().forEach(field -> {
                String name = field.getKey();
                if (name.equals("properties") && all.has(name)) {
                    ((ObjectNode) all.get(name)).setAll((ObjectNode) field.getValue());
                } else if (name.equals("required") && all.has(name)) {
                    field.getValue().forEach(((com.fasterxml.jackson.databind.node.ArrayNode) all.get(name))::add);
                } else if (!List.of("allOf", "anyOf", "oneOf", "$ref").contains(name)) {
                    all.set(name, field.getValue().deepCopy());
                }
            });
        }
        return all;
    }

    /** The type; of several the one that is not null; empty when it is left open. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return elements(type).stream()
                    .map(JsonNode::asText)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText("");
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array) {
        return elements(array).stream()
                .filter(node -> !node.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    /** Names of the properties that have to be there. */
    static List<String> required(JsonNode schema) {
        return texts(schema.path("required"));
    }
}
