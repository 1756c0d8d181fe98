package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.renoz.data.Json;
import io.renoz.problem.Problem.FieldError;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the fields of a body that its type does not have. */
final class UnknownFields {

    private final TypeFactory types;
    private final List<FieldError> found;

    private UnknownFields(TypeFactory types, List<FieldError> found) {
        this.types = types;
        this.found = found;
    }

    /** Adds an error for each of them. */
    static void find(JsonNode body, JavaType type, TypeFactory types, List<FieldError> errors) {
        new UnknownFields(types, errors).look(body, type, JsonPointer.empty());
    }

    private void look(JsonNode node, JavaType type, JsonPointer at) {
        if (type.hasRawClass(Json.class)) {
            return; // whatever it holds
        }
        if (type.getRawClass().isRecord() && node.isObject()) {
            fields(node, type, at);
        } else if (type.isReferenceType()) {
            look(node, type.getContentType(), at);
        } else if (type.isCollectionLikeType() && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), type.getContentType(), at.appendIndex(i));
            }
        } else if (type.isMapLikeType() && node.isObject()) {
            node.properties().forEach(e -> look(e.getValue(), type.getContentType(), at.appendProperty(e.getKey())));
        }
    }

    private void fields(JsonNode node, JavaType type, JsonPointer at) {
        Map<String, JavaType> known = new HashMap<>();
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            known.put(component.getName(), types.resolveMemberType(component.getGenericType(), type.getBindings()));
        }
        node.properties().forEach(field -> {
            JsonPointer there = at.appendProperty(field.getKey());
            JavaType expected = known.get(field.getKey());
            if (expected == null) {
                found.add(new FieldError(there.toString(), "There is no such field."));
            } else {
                look(field.getValue(), expected, there);
            }
        });
    }
}
