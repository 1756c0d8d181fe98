package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.rest.Example;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Email;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.Negative;
import javax.validation.constraints.NegativeOrZero;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;

/** Says in a schema what the annotations of a field say in code, so that the two cannot differ. */
final class Constraints {

    private static final Set<Class<? extends Annotation>> NEEDED =
            Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private Constraints() {}

    static boolean required(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(a -> NEEDED.contains(a.annotationType()));
    }

    static void apply(Annotation[] annotations, ObjectNode schema) {
        if (!schema.has("$ref")) {
            for (Annotation annotation : annotations) {
                size(annotation, schema);
                range(annotation, schema);
                form(annotation, schema);
                example(annotation, schema);
            }
        }
    }

    private static void size(Annotation annotation, ObjectNode schema) {
        String what =
                switch (schema.path("type").asText()) {
                    case "array" -> "Items";
                    case "object" -> "Properties";
                    default -> "Length";
                };
        if (annotation instanceof Size size) {
            if (size.min() > 0) {
                schema.put("min" + what, size.min());
            }
            if (size.max() < Integer.MAX_VALUE) {
                schema.put("max" + what, size.max());
            }
        } else if ((annotation instanceof NotBlank || annotation instanceof NotEmpty) && !schema.has("min" + what)) {
            schema.put("min" + what, 1);
        }
    }

    private static void range(Annotation annotation, ObjectNode schema) {
        if (annotation instanceof Min min) {
            schema.put("minimum", min.value());
        } else if (annotation instanceof Max max) {
            schema.put("maximum", max.value());
        } else if (annotation instanceof DecimalMin min) {
            limit(schema, "inimum", new BigDecimal(min.value()), min.inclusive());
        } else if (annotation instanceof DecimalMax max) {
            limit(schema, "aximum", new BigDecimal(max.value()), max.inclusive());
        } else if (annotation instanceof Positive || annotation instanceof PositiveOrZero) {
            limit(schema, "inimum", BigDecimal.ZERO, annotation instanceof PositiveOrZero);
        } else if (annotation instanceof Negative || annotation instanceof NegativeOrZero) {
            limit(schema, "aximum", BigDecimal.ZERO, annotation instanceof NegativeOrZero);
        }
    }

    private static void limit(ObjectNode schema, String which, BigDecimal value, boolean inclusive) {
        schema.put("m" + which, value);
        if (!inclusive) {
            schema.put("exclusiveM" + which, true);
        }
    }

    private static void example(Annotation annotation, ObjectNode schema) {
        if (annotation instanceof Example example) {
            boolean text = schema.path("type").asText().equals("string")
                    && !example.value().equals("null");
            schema.set("example", text ? schema.textNode(example.value()) : Nodes.json(example.value()));
        }
    }

    private static void form(Annotation annotation, ObjectNode schema) {
        if (annotation instanceof Email) {
            schema.put("format", "email");
        } else if (annotation instanceof Pattern pattern) {
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
    }
}
