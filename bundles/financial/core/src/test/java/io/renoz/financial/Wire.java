package io.renoz.financial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.renoz.data.Patch;
import io.renoz.problem.Problem;

/** Bodies of requests as a caller writes them. */
public final class Wire {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.WRAP_EXCEPTIONS)
            .build();

    private Wire() {}

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalArgumentException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A merge patch. */
    public static <T> Patch<T> patch(String json, Class<T> type) {
        return new Patch<>() {
            @Override
            public T onto(T current) {
                ObjectNode tree = MAPPER.valueToTree(current);
                tree.setAll(read(json, ObjectNode.class));
                return read(tree.toString(), type);
            }

            @Override
            public boolean mentions(String field) {
                return read(json, JsonNode.class).has(field);
            }
        };
    }
}
