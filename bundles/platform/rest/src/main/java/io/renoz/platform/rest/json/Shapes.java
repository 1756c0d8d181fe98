package io.renoz.platform.rest.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.renoz.data.Json;
import io.renoz.problem.Problem.FieldError;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;

/**
 * Holds a body against its type before anything is made of it: fields there are none of, values that are needed and not
 * there, whatever a record would make of their absence, and texts that cannot be stored. One an application: it remembers the
 * types it has met. Thread-safe.
 */
final class Shapes {

    private static final Set<Class<? extends Annotation>> NEEDED =
            Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    /** More than that of any double; a far greater one would be written as gigabytes of zeros. */
    private static final int EXPONENT = 400;

    private final TypeFactory types;
    private final Map<JavaType, Map<String, Field>> known = new ConcurrentHashMap<>();

    /** A component of a record; {@code elements} tells whether each element of the list it is is needed. */
    private record Field(JavaType type, boolean needed, boolean elements) {}

    Shapes(TypeFactory types) {
        this.types = types;
    }

    /** What is wrong with a body: what is missing in the one list, everything else in the other. */
    void look(JsonNode body, JavaType type, List<FieldError> wrong, List<FieldError> missing) {
        new Look(wrong, missing).at(body, type, Place.BODY);
    }

    private Map<String, Field> fields(JavaType record) {
        return known.computeIfAbsent(record, this::read);
    }

    private Map<String, Field> read(JavaType record) {
        var fields = new LinkedHashMap<String, Field>();
        for (RecordComponent component : record.getRawClass().getRecordComponents()) {
            fields.put(
                    component.getName(),
                    new Field(
                            types.resolveMemberType(component.getGenericType(), record.getBindings()),
                            needed(annotations(record.getRawClass(), component)),
                            elements(component.getAnnotatedType())));
        }
        return fields;
    }

    private static Annotation[] annotations(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName()).getAnnotations();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component.", e);
        }
    }

    private static boolean needed(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(a -> NEEDED.contains(a.annotationType()));
    }

    private static boolean elements(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list
                && needed(list.getAnnotatedActualTypeArguments()[0].getAnnotations());
    }

    /** One walk through one body. */
    private final class Look {

        private final List<FieldError> wrong;
        private final List<FieldError> missing;

        Look(List<FieldError> wrong, List<FieldError> missing) {
            this.wrong = wrong;
            this.missing = missing;
        }

        void at(JsonNode node, JavaType type, Place at) {
            if (node.isTextual()) {
                if (!Texts.isStorable(node.textValue())) {
                    wrong.add(new FieldError(at.pointer(), "It holds a character that cannot be stored."));
                }
            } else if (node.isBigDecimal()
                    && Math.abs((long) node.decimalValue().scale()) > EXPONENT) {
                wrong.add(new FieldError(at.pointer(), "The number is out of range."));
            } else if (type.isReferenceType()) {
                at(node, type.getContentType(), at);
            } else if (type.getRawClass().isRecord() && !type.hasRawClass(Json.class) && node.isObject()) {
                record(node, fields(type), at);
            } else {
                boolean holds = type.isContainerType();
                JavaType content = holds && type.getContentType() != null ? type.getContentType() : type;
                inside(node, holds ? content : TypeFactory.unknownType(), at);
            }
        }

        private void inside(JsonNode node, JavaType content, Place at) {
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                at(node.get(i), content, at.numbered(i));
            }
            node.properties().forEach(entry -> {
                name(entry.getKey(), at);
                at(entry.getValue(), content, at.named(entry.getKey()));
            });
        }

        private void name(String name, Place at) {
            if (!Texts.isStorable(name)) {
                wrong.add(new FieldError(at.pointer(), "A name holds a character that cannot be stored."));
            }
        }

        private void record(JsonNode node, Map<String, Field> fields, Place at) {
            fields.forEach((name, field) -> {
                JsonNode value = node.get(name);
                if (field.needed && (value == null || value.isNull())) {
                    missing.add(new FieldError(at.named(name).pointer(), "It must not be missing."));
                } else if (field.elements && value != null) {
                    elements(value, at.named(name));
                }
            });
            node.properties().forEach(entry -> {
                Place there = at.named(entry.getKey());
                Field field = fields.get(entry.getKey());
                if (field == null) {
                    wrong.add(new FieldError(there.pointer(), "There is no such field."));
                } else {
                    at(entry.getValue(), field.type, there);
                }
            });
        }

        private void elements(JsonNode list, Place at) {
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                if (list.get(i).isNull()) {
                    missing.add(new FieldError(at.numbered(i).pointer(), "It must not be null."));
                }
            }
        }
    }
}
