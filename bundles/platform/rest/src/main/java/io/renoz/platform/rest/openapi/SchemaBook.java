package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.platform.rest.operation.Types;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Download;
import io.renoz.rest.OneOf;
import io.renoz.rest.Summary;
import io.renoz.rest.Tagged;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.ws.rs.core.StreamingOutput;

/** The schemas of one application, by name. Not thread-safe: made once, while the application is built. */
final class SchemaBook {

    private static final Map<Class<?>, ObjectNode> SCALARS = scalars();

    private final String prefix;
    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<Type, String> names = new HashMap<>();

    SchemaBook(String label) {
        prefix = label + ".";
    }

    private static Map<Class<?>, ObjectNode> scalars() {
        var scalars = new HashMap<Class<?>, ObjectNode>();
        scalars.put(String.class, Nodes.type("string"));
        scalars.put(UUID.class, Nodes.type("string", "uuid"));
        scalars.put(LocalDate.class, Nodes.type("string", "date"));
        for (Class<?> time : new Class<?>[] {Instant.class, OffsetDateTime.class, ZonedDateTime.class}) {
            scalars.put(time, Nodes.type("string", "date-time"));
        }
        scalars.put(int.class, Nodes.type("integer", "int32"));
        scalars.put(Integer.class, Nodes.type("integer", "int32"));
        scalars.put(short.class, Nodes.type("integer", "int32"));
        scalars.put(long.class, Nodes.type("integer", "int64"));
        scalars.put(Long.class, Nodes.type("integer", "int64"));
        scalars.put(BigDecimal.class, Nodes.type("number"));
        scalars.put(double.class, Nodes.type("number", "double"));
        scalars.put(Double.class, Nodes.type("number", "double"));
        scalars.put(boolean.class, Nodes.type("boolean"));
        scalars.put(Boolean.class, Nodes.type("boolean"));
        scalars.put(Json.class, Nodes.object().put("description", "Any JSON value"));
        scalars.put(Object.class, Nodes.object());
        for (Class<?> bytes : new Class<?>[] {byte[].class, InputStream.class, StreamingOutput.class, Download.class}) {
            scalars.put(bytes, Nodes.type("string", "binary"));
        }
        return scalars;
    }

    /** All that were needed so far. */
    Map<String, ObjectNode> all() {
        return schemas;
    }

    /** The schema of a type; of a record, a reference to it. */
    ObjectNode of(Type type) {
        Class<?> raw = Types.raw(type);
        ObjectNode scalar = SCALARS.get(raw);
        if (scalar != null) {
            return scalar.deepCopy();
        }
        if (raw.isEnum()) {
            return Nodes.type("string")
                    .set(
                            "enum",
                            Nodes.texts(Stream.of(raw.getEnumConstants())
                                    .map(v -> Coded.of((Enum<?>) v))
                                    .toList()));
        }
        if (raw == Optional.class || raw == Created.class || raw == Tagged.class) {
            return of(Types.argument(type));
        }
        if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
            return Nodes.type("array").set("items", of(raw.isArray() ? raw.getComponentType() : Types.argument(type)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Nodes.type("object").set("additionalProperties", of(value(type)));
        }
        if (raw.getName().startsWith("java.time.")) {
            return Nodes.type("string");
        }
        return raw.isRecord() || raw == Patch.class ? Nodes.reference(named(type, raw)) : Nodes.type("object");
    }

    private static Type value(Type type) {
        return type instanceof ParameterizedType map ? map.getActualTypeArguments()[1] : Object.class;
    }

    private String named(Type type, Class<?> raw) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = unique(prefix + name(type, raw));
        names.put(type, name);
        schemas.put(name, Nodes.object()); // keeps its place while its fields may refer to it
        schemas.put(name, raw == Patch.class ? patch(Types.argument(type)) : object(type, raw));
        return name;
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; schemas.containsKey(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** {@code Customer} for the View of CustomerResource, {@code CustomerInput} for its Input. */
    private static String name(Type type, Class<?> raw) {
        if (raw == Page.class || raw == Bulk.class || raw == Patch.class) {
            Class<?> part = Types.raw(Types.argument(type));
            return (part.isRecord() ? name(Types.argument(type), part) : part.getSimpleName()) + raw.getSimpleName();
        }
        Class<?> outer = raw.getEnclosingClass();
        String own = raw.getSimpleName().replaceFirst("View$", "");
        String owner = outer == null ? "" : outer.getSimpleName().replaceFirst("(Resource|View)$", "");
        String name = Words.joined(owner, own);
        return name.isEmpty() ? raw.getSimpleName() : name;
    }

    /** The schema of a record itself, for what stands beside it. */
    ObjectNode fields(Type record) {
        return object(record, Types.raw(record));
    }

    private ObjectNode object(Type type, Class<?> raw) {
        ObjectNode schema = Nodes.type("object");
        describe(raw.getAnnotation(Summary.class), schema);
        ObjectNode properties = Nodes.object();
        var required = Nodes.array();
        Types types = Types.of(raw);
        for (RecordComponent component : raw.getRecordComponents()) {
            Annotation[] annotations = annotations(raw, component);
            properties.set(
                    component.getName(),
                    property(component, annotations, bind(component.getGenericType(), type, raw, types)));
            if (Constraints.required(annotations) || sure(raw, component)) {
                required.add(component.getName());
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        OneOf oneOf = raw.getAnnotation(OneOf.class);
        if (oneOf != null) {
            schema.set("x-one-of", Nodes.texts(List.of(oneOf.value())));
        }
        return schema;
    }

    /** Puts the argument of a generic record in the place of its variable. */
    private static Type bind(Type component, Type type, Class<?> raw, Types types) {
        if (raw.getTypeParameters().length == 0) {
            return types.resolve(component);
        }
        return Types.binding(raw.getTypeParameters()[0], Types.argument(type)).resolve(component);
    }

    private static Annotation[] annotations(Class<?> raw, RecordComponent component) {
        try {
            Field field = raw.getDeclaredField(component.getName());
            return field.getAnnotations();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component.", e);
        }
    }

    /** Fields of an answer that are never left out. */
    private static boolean sure(Class<?> raw, RecordComponent component) {
        boolean answer = io.renoz.data.Versioned.class.isAssignableFrom(raw) || raw == Page.class;
        return answer
                && (component.getType().isPrimitive()
                        || component.getName().equals("id")
                        || component.getName().equals("items"));
    }

    private ObjectNode property(RecordComponent component, Annotation[] annotations, Type type) {
        ObjectNode schema = of(type);
        Constraints.apply(annotations, schema);
        elements(component.getAnnotatedType(), schema);
        Summary summary = component.getAnnotation(Summary.class);
        if (summary != null && schema.has("$ref")) {
            schema = Nodes.object().set("allOf", Nodes.array().add(schema));
        }
        describe(summary, schema);
        return schema;
    }

    private static void elements(AnnotatedType type, ObjectNode schema) {
        JsonNode items = schema.get("items");
        if (items instanceof ObjectNode element && type instanceof AnnotatedParameterizedType list) {
            Constraints.apply(list.getAnnotatedActualTypeArguments()[0].getAnnotations(), element);
        }
    }

    private static void describe(@org.jspecify.annotations.Nullable Summary summary, ObjectNode schema) {
        if (summary != null) {
            schema.put("description", summary.value());
        }
    }

    /** Every field may be left out, and those that are not needed may be null to be cleared. */
    private ObjectNode patch(Type input) {
        ObjectNode whole = schemas.get(named(input, Types.raw(input)));
        ObjectNode schema = Nodes.type("object").put("description", "The fields to change; null clears one.");
        ObjectNode properties = Nodes.object();
        JsonNode required = whole == null ? Nodes.array() : whole.path("required");
        if (whole != null) {
            whole.path("properties").properties().forEach(property -> {
                boolean needed = Arrays.stream(texts(required)).anyMatch(property.getKey()::equals);
                properties.set(property.getKey(), needed ? property.getValue() : nullable(property.getValue()));
            });
        }
        schema.set("properties", properties);
        return schema;
    }

    private static String[] texts(JsonNode array) {
        var values = new String[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asText();
        }
        return values;
    }

    private static JsonNode nullable(JsonNode schema) {
        if (schema.has("$ref")) {
            ObjectNode all = Nodes.object().put("nullable", true);
            all.set("allOf", Nodes.array().add(schema.deepCopy()));
            return all;
        }
        return schema.has("type") ? ((ObjectNode) schema.deepCopy()).put("nullable", true) : schema;
    }
}
