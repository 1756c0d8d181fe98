package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;

/** Small pieces of documents. */
final class Nodes {

    static final String SCHEMAS = "#/components/schemas/";
    static final String RESPONSES = "#/components/responses/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Nodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode texts(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** A value as it stands in code. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON: " + text, e);
        }
    }

    static ObjectNode type(String type) {
        return object().put("type", type);
    }

    static ObjectNode type(String type, String format) {
        return type(type).put("format", format);
    }

    static ObjectNode reference(String schema) {
        return object().put("$ref", SCHEMAS + schema);
    }

    /** {@code {mediaType: {schema: ...}}}. */
    static ObjectNode content(JsonNode schema, Collection<String> mediaTypes) {
        ObjectNode content = object();
        mediaTypes.forEach(type -> content.set(type, object().set("schema", schema)));
        return content;
    }

    /** Adds the names of all schemas that a node refers to. */
    static void schemasIn(JsonNode node, Set<String> names) {
        JsonNode reference = node.get("$ref");
        if (reference != null && reference.textValue().startsWith(SCHEMAS)) {
            names.add(reference.textValue().substring(SCHEMAS.length()));
        }
        node.forEach(child -> schemasIn(child, names));
    }
}
