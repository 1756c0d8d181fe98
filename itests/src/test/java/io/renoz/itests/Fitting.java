package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes a body where a refusal of it points. What a schema cannot say, that is what goes with what, the refusal tells. */
final class Fitting {

    private final World world;
    private final Operation operation;
    private final ObjectNode body;
    private final Set<String> settled = new HashSet<>();
    private final Set<String> states = new HashSet<>();

    Fitting(World world, Operation operation, ObjectNode body) {
        this.world = world;
        this.operation = operation;
        this.body = body;
    }

    /** Whether there was something to change. */
    boolean after(Answer refusal) {
        boolean changed = refusal.problem().equals("invalid-transition") && turns(); // it is so already
        for (String pointer : Problems.pointers(refusal)) {
            int last = pointer.lastIndexOf('/');
            if (pointer.startsWith("/") && body.at(pointer.substring(0, last)) instanceof ObjectNode object) {
                changed |= (refusal.problem().equals("duplicate-value") && counts(object, pointer.substring(last + 1)))
                        || chooses(object, pointer);
            }
        }
        return changed;
    }

    /**
     * Whether the refusal is one that the operation declares, and points at a record that is as it must not be, or the record it
     * stands below is: what it takes to bring that about is more than a schema says.
     */
    static boolean lacks(Operation operation, ObjectNode body, Answer refusal) {
        return refusal.status() == 409
                && operation.declares(refusal)
                && (pointed(body, refusal)
                        || (operation.hasPathParameters()
                                && List.of("invalid-state", "invalid-transition")
                                        .contains(refusal.problem())));
    }

    private static boolean pointed(ObjectNode body, Answer refusal) {
        return Problems.pointers(refusal).stream()
                .anyMatch(pointer -> pointer.endsWith("Id") && body.at(pointer).isTextual());
    }

    /** Another number in the place of one that is taken; further away each time. */
    private static boolean counts(ObjectNode object, String property) {
        JsonNode value = object.path(property);
        if (value.isIntegralNumber()) {
            object.put(property, 2 * value.asInt() + 1);
        }
        return value.isIntegralNumber();
    }

    private boolean turns() {
        List<String> flags = new ArrayList<>();
        body.fieldNames().forEachRemaining(flags::add);
        flags.removeIf(name -> !body.get(name).isBoolean());
        flags.forEach(name -> body.put(name, !body.get(name).asBoolean()));
        return !flags.isEmpty();
    }

    /** The other of two; what is needed here although it may be left out elsewhere; else another record. */
    private boolean chooses(ObjectNode object, String pointer) {
        String property = pointer.substring(pointer.lastIndexOf('/') + 1);
        JsonNode value = object.path(property);
        if (value.isBoolean()) {
            object.put(property, !value.asBoolean());
            return true;
        }
        if (value.isMissingNode()) {
            return adds(object, property, pointer);
        }
        if (property.equals("parentId") && settled.add(pointer)) {
            return itsKind(object, pointer);
        }
        Optional<JsonNode> record = world.known(value.asText());
        return record.isPresent()
                && (follows(object, record.get())
                        || makes(object, property, pointer, record.get())
                        || finds(object, property, record.get()));
    }

    /** A parent is what is made here too, and refers to the same. */
    private boolean itsKind(ObjectNode object, String pointer) {
        Map<String, JsonNode> wanted = around(pointer);
        wanted.remove("parentId");
        Optional<String> id = world.made(operation, wanted);
        id.ifPresent(text -> object.put("parentId", text));
        return id.isPresent();
    }

    private boolean adds(ObjectNode object, String property, String pointer) {
        JsonNode schema = operation.input();
        for (String step : pointer.substring(1).split("/", -1)) {
            String below = step.matches("\\d+") ? "items" : "properties";
            JsonNode inner = schema.path(below);
            schema = operation.api().schemas().plain(below.equals("items") ? inner : inner.path(step));
        }
        if (schema.isMissingNode() || schema.isEmpty()) {
            return false;
        }
        object.set(property, world.fresh().value(property, schema));
        return true;
    }

    /** Beside a reference, what the record that is referred to refers to itself; once. */
    private boolean follows(ObjectNode object, JsonNode record) {
        List<String> alike = names(object);
        alike.removeIf(name -> !record.has(name) || record.get(name).equals(object.get(name)) || !settled.add(name));
        alike.forEach(name -> object.set(name, record.get(name)));
        return !alike.isEmpty();
    }

    /** A record of the same kind that refers to what the body, or what that refers to, refers to. */
    private boolean makes(ObjectNode object, String property, String pointer, JsonNode record) {
        Map<String, JsonNode> wanted = around(pointer);
        wanted.keySet().removeIf(name -> name.equals(property) || !record.has(name));
        boolean other = wanted.entrySet().stream()
                .anyMatch(entry -> !record.get(entry.getKey()).equals(entry.getValue()));
        Optional<String> id = other ? world.made(property, wanted) : Optional.empty();
        id.ifPresent(text -> object.put(property, text));
        return id.isPresent();
    }

    private Map<String, JsonNode> around(String pointer) {
        var direct = new LinkedHashMap<String, JsonNode>();
        for (int end = pointer.lastIndexOf('/'); end >= 0; end = end == 0 ? -1 : pointer.lastIndexOf('/', end - 1)) {
            if (body.at(pointer.substring(0, end)) instanceof ObjectNode outer) {
                names(outer).forEach(name -> direct.putIfAbsent(name, outer.get(name)));
            }
        }
        var all = new LinkedHashMap<>(direct);
        for (JsonNode reference : direct.values()) {
            world.known(reference.asText())
                    .ifPresent(record -> names(record).forEach(name -> all.putIfAbsent(name, record.get(name))));
        }
        return all;
    }

    /** One of the same kind in a state that was not tried yet. */
    private boolean finds(ObjectNode object, String property, JsonNode record) {
        if (!record.has("status")) {
            return false;
        }
        states.add(record.path("status").asText());
        Optional<JsonNode> other = world.inOtherState(property, states);
        other.ifPresent(found -> {
            states.add(found.path("status").asText());
            object.set(property, found.get("id"));
        });
        return other.isPresent();
    }

    private static List<String> names(JsonNode object) {
        Collection<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return new ArrayList<>(
                names.stream().filter(name -> name.endsWith("Id")).toList());
    }
}
