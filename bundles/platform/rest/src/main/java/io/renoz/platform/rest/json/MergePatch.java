package io.renoz.platform.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Patch;

/** A merge patch as it was sent; what it is laid over decides what it becomes. */
final class MergePatch<T> implements Patch<T> {

    private final ObjectNode patch;
    private final Bodies bodies;

    MergePatch(ObjectNode patch, Bodies bodies) {
        this.patch = patch;
        this.bodies = bodies;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T onto(T current) {
        return (T) bodies.of(current.getClass(), merge(bodies.tree(current), patch));
    }

    @Override
    public boolean mentions(String field) {
        return patch.has(field);
    }

    /** RFC 7396, section 2. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(name);
            } else {
                JsonNode before = result.get(name);
                result.set(
                        name,
                        merge(before == null ? JsonNodeFactory.instance.missingNode() : before, change.getValue()));
            }
        });
        return result;
    }
}
