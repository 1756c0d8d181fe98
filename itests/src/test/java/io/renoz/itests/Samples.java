package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Makes bodies that a schema allows. No two have the same texts, so that what has to be unique is. */
final class Samples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int DEEPEST = 6;

    /** Within a year. */
    private static final int SPANS = 170;

    /** Texts whose form a schema seldom tells. */
    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("country", "DE"),
            Map.entry("countryCode", "DE"),
            Map.entry("currency", "EUR"),
            Map.entry("timezone", "Europe/Berlin"),
            Map.entry("locale", "en-AU"),
            Map.entry("preferredLanguage", "en"),
            Map.entry("language", "en"),
            Map.entry("phone", "+49 30 901820"),
            Map.entry("mobile", "+49 170 1234567"),
            Map.entry("website", "https://www.example.com"),
            Map.entry("password", Tenant.PASSWORD),
            Map.entry("pattern", "{prefix}-{seq:5}"),
            Map.entry("color", "#336699"),
            Map.entry("entityType", "customer"),
            Map.entry("scope", "read"),
            Map.entry("permission", "users.read"),
            Map.entry("ipAddress", "203.0.113.7"),
            Map.entry("allowedIp", "203.0.113.0/24"));

    private static final int ATTEMPTS = 100;

    /** Days on which bodies begin and end: no two of them have a day in common, so that what must not overlap does not. */
    private static final AtomicInteger SPAN = new AtomicInteger();

    private final Schemas schemas;
    private final Function<String, Optional<String>> references;

    /**
     * @param references the id of a record for a property such as {@code customerId}
     */
    Samples(Schemas schemas, Function<String, Optional<String>> references) {
        this.schemas = schemas;
        this.references = references;
    }

    /** What has to be there and nothing else. */
    ObjectNode least(JsonNode schema) {
        SPAN.incrementAndGet();
        return object(schemas.plain(schema), false, 0);
    }

    /** Every property, less what does not go with the rest and the references for which there is no record. */
    ObjectNode most(JsonNode schema) {
        SPAN.incrementAndGet();
        return object(schemas.plain(schema), true, 0);
    }

    private ObjectNode object(JsonNode schema, boolean all, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = Schemas.required(schema);
        List<String> choice = Schemas.texts(schema.path("x-one-of"));
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode inner = schemas.plain(property.getValue());
            boolean needed = required.contains(name);
            boolean chosen = choice.indexOf(name) == 0;
            boolean left = inner.path("readOnly").asBoolean() || choice.indexOf(name) > 0;
            if (!left && (needed || chosen || (all && wanted(name, inner, depth)))) {
                object.set(name, value(name, inner, all, depth + 1));
            }
        });
        return object;
    }

    private boolean wanted(String name, JsonNode schema, int depth) {
        boolean reference = isReference(schema) || isReference(schemas.plain(schema.path("items")));
        return depth < DEEPEST
                && !schema.path("example").isNull()
                && (!reference || (!name.equals("id") && references.apply(name).isPresent()));
    }

    private static boolean isReference(JsonNode schema) {
        return schema.path("format").asText().equals("uuid");
    }

    /** A value that the schema of a property allows. */
    JsonNode value(String name, JsonNode property) {
        return value(name, schemas.plain(property), false, 1);
    }

    private JsonNode value(String name, JsonNode schema, boolean all, int depth) {
        for (String given : List.of("const", "example")) {
            if (schema.has(given)) {
                return schema.get(given);
            }
        }
        if (schema.has("enum")) {
            return NODES.textNode(Schemas.texts(schema.get("enum")).get(0));
        }
        return switch (Schemas.type(schema)) {
            case "object" -> object(schema, all, depth);
            case "array" -> array(name, schema, all, depth);
            case "boolean" -> NODES.booleanNode(false);
            case "integer" -> NODES.numberNode(number(schema).longValue());
            case "number" -> NODES.numberNode(number(schema));
            case "string" -> NODES.textNode(text(name, schema));
            default -> NODES.objectNode();
        };
    }

    private ArrayNode array(String name, JsonNode schema, boolean all, int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = Math.max(schema.path("minItems").asInt(0), all && depth < DEEPEST ? 1 : 0);
        for (int i = 0; i < size; i++) {
            array.add(value(name.replaceFirst("s$", ""), schemas.plain(schema.path("items")), all, depth + 1));
        }
        return array;
    }

    /** One, or what is nearest to it; the limits themselves may be out of bounds. */
    private static BigDecimal number(JsonNode schema) {
        BigDecimal value = BigDecimal.ONE;
        JsonNode least = schema.path("minimum");
        JsonNode most = schema.path("maximum");
        if (least.isNumber() && value.compareTo(least.decimalValue()) <= 0) {
            value = least.decimalValue().add(schema.has("exclusiveMinimum") ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (most.isNumber() && value.compareTo(most.decimalValue()) >= 0) {
            value = most.decimalValue().subtract(schema.has("exclusiveMaximum") ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return value;
    }

    private String text(String name, JsonNode schema) {
        int count = COUNT.incrementAndGet();
        return switch (schema.path("format").asText()) {
            case "uuid" ->
                references.apply(name).orElseGet(() -> UUID.randomUUID().toString());
            case "date" -> date(name);
            case "date-time" -> date(name) + "T08:30:00Z";
            case "time" -> "08:30:00";
            case "email" -> "sample" + count + "@example.com";
            case "uri" -> "https://www.example.com/" + count;
            case "byte" -> "UmVub3o=";
            default -> free(name, schema, count);
        };
    }

    /** What ends lies after what begins. */
    private String date(String name) {
        boolean later = name.toLowerCase(java.util.Locale.ROOT).matches(".*(end|until|expir|due).*");
        return java.time.LocalDate.now(java.time.Clock.systemUTC())
                .plusDays(2L * (SPAN.get() % SPANS) + (later ? 2 : 1))
                .toString();
    }

    private static String patterned(String name, JsonNode schema) {
        String pattern = schema.get("pattern").asText().replaceAll("^\\^|\\$$", "");
        String known = WELL_KNOWN.getOrDefault(name, "");
        if (!known.isEmpty() && known.matches(pattern)) {
            return known;
        }
        var generator = new RgxGen(pattern);
        String text = generator.generate();
        for (int i = 0; i < ATTEMPTS && text.length() > schema.path("maxLength").asInt(text.length()); i++) {
            text = generator.generate();
        }
        return text;
    }

    private static String free(String name, JsonNode schema, int count) {
        if (schema.has("pattern")) {
            return patterned(name, schema);
        }
        if (name.equals("email")) {
            return "sample" + count + "@example.com";
        }
        if (name.equals("domain")) {
            return "sample" + count + ".example.com";
        }
        int most = schema.path("maxLength").asInt(1000);
        int least = schema.path("minLength").asInt(0);
        String text = WELL_KNOWN.getOrDefault(name, name + " " + Integer.toString(count, 36));
        if (text.length() > most) {
            text = WELL_KNOWN.containsKey(name) ? text : ("000" + Integer.toString(count, 36));
            text = text.substring(Math.max(0, text.length() - most));
        }
        return text + "x".repeat(Math.max(0, least - text.length()));
    }
}
