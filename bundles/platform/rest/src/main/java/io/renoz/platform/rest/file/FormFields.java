package io.renoz.platform.rest.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Json;
import io.renoz.platform.rest.json.Bodies;
import io.renoz.problem.Problem;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of the texts of a form the tree that a JSON body would be, so that both are checked alike. */
final class FormFields {

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, BigDecimal.class);

    private final Bodies bodies;

    FormFields(Bodies bodies) {
        this.bodies = bodies;
    }

    ObjectNode tree(Class<?> record, Map<String, String> texts) {
        Map<String, Class<?>> types = Stream.of(record.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, (Function<RecordComponent, Class<?>>) RecordComponent::getType));
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, text) -> tree.set(name, value(name, text, types.get(name))));
        return tree;
    }

    /** What fits no type stays a text, so that the refusal says what it should have been. */
    private JsonNode value(String name, String text, @Nullable Class<?> type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (type == null) {
            return nodes.textNode(text);
        }
        if (NUMBERS.contains(type) && text.matches("-?[0-9]{1,20}")) {
            return nodes.numberNode(new java.math.BigInteger(text));
        }
        if (type == BigDecimal.class && text.matches("-?[0-9]{1,20}[.][0-9]{1,10}")) {
            return nodes.numberNode(new BigDecimal(text));
        }
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false")
                    ? nodes.booleanNode(text.equals("true"))
                    : nodes.textNode(text);
        }
        return structured(type) ? json(name, text) : nodes.textNode(text);
    }

    private static boolean structured(Class<?> type) {
        return type == Json.class
                || type.isRecord()
                || Map.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type);
    }

    private JsonNode json(String name, String text) {
        try {
            return bodies.tree(text.getBytes(StandardCharsets.UTF_8));
        } catch (Problem malformed) {
            throw Problem.invalid(name, "It must be JSON.");
        }
    }
}
