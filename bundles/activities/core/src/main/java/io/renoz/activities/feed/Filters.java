package io.renoz.activities.feed;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.Source;
import io.renoz.data.Coded;
import io.renoz.data.Offer;
import io.renoz.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the log can be filtered by, and the condition each query parameter means. */
final class Filters {

    /** Who may see an entry. */
    enum Sensitivity {
        NORMAL,
        SECURITY
    }

    private static final Map<String, Class<?>> TYPES = types();
    private static final Map<String, String> COMPARISONS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

    private Filters() {}

    private static Map<String, Class<?>> types() {
        var types = new LinkedHashMap<String, Class<?>>();
        types.put("module", String.class);
        types.put("entityType", String.class);
        types.put("entityId", UUID.class);
        types.put("action", Action.class);
        types.put("event", String.class);
        types.put("userId", UUID.class);
        types.put("customerId", UUID.class);
        types.put("source", Source.class);
        types.put("sensitivity", Sensitivity.class);
        types.put("changedField", String.class);
        types.put("requestId", UUID.class);
        types.put("createdAt", Instant.class);
        types.put("search", String.class);
        return types;
    }

    /** What lists of the log take; {@code more} are flags that only some of them know. */
    static Offer offer(String... more) {
        List<String> plain = TYPES.keySet().stream()
                .filter(name -> !name.equals("search") && !name.equals("changedField"))
                .toList();
        var types = new LinkedHashMap<>(TYPES);
        for (String flag : more) {
            types.put(flag, Boolean.class);
        }
        return new Offer(types, plain, List.of("createdAt"), List.of("-createdAt"));
    }

    /** The conditions of the query parameters; those in {@code handled} mean something the caller of this has seen to. */
    static Where of(Map<String, String> parameters, Set<String> handled) {
        var where = new Where();
        parameters.forEach((parameter, value) -> {
            if (!handled.contains(parameter)) {
                add(where, parameter, value);
            }
        });
        return where;
    }

    private static void add(Where where, String parameter, String value) {
        int dot = parameter.indexOf('.');
        String name = dot < 0 ? parameter : parameter.substring(0, dot);
        String suffix = dot < 0 ? "eq" : parameter.substring(dot + 1);
        Class<?> type = TYPES.get(name);
        if (type == null) {
            throw Problem.parameter(parameter, "There is no filter " + name + "; there are " + TYPES.keySet() + ".");
        }
        if (name.equals("search") && dot < 0) {
            search(where, value);
        } else if (name.equals("changedField") && dot < 0) {
            where.and("? = any(changed_fields)", value);
        } else if (suffix.equals("in")) {
            where.and(column(name) + " = any(?)", (Object) several(parameter, type, value));
        } else if (COMPARISONS.containsKey(suffix)
                && (suffix.equals("eq") || suffix.equals("ne") || type == Instant.class)) {
            where.and(column(name) + " " + COMPARISONS.get(suffix) + " ?", parsed(parameter, type, value));
        } else {
            throw Problem.parameter(parameter, "The filter " + name + " does not take ." + suffix + ".");
        }
    }

    /** Each word begins the name of a record or a word in it, whatever the case. */
    private static void search(Where where, String words) {
        for (String word : words.strip().split("\\s+")) {
            where.and(
                    "(starts_with(lower(entity_name), lower(?)) or strpos(lower(entity_name), ' ' || lower(?)) > 0)",
                    word,
                    word);
        }
    }

    private static Object[] several(String parameter, Class<?> type, String list) {
        Object[] values = Arrays.stream(list.split(","))
                .map(value -> parsed(parameter, type, value.strip()))
                .toArray();
        return type == UUID.class
                ? Arrays.copyOf(values, values.length, UUID[].class)
                : Arrays.copyOf(values, values.length, type == Instant.class ? Object[].class : String[].class);
    }

    private static Object parsed(String parameter, Class<?> type, String value) {
        try {
            if (type == UUID.class) {
                return UUID.fromString(value);
            }
            if (type == Instant.class) {
                return Instant.parse(value).atOffset(ZoneOffset.UTC);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.parameter(parameter, value + " is no " + (type == UUID.class ? "UUID." : "moment in time."));
        }
        return type.isEnum() ? constant(parameter, type, value) : value;
    }

    private static String constant(String parameter, Class<?> type, String value) {
        List<String> codes = Arrays.stream(type.getEnumConstants())
                .map(constant -> Coded.of((Enum<?>) constant))
                .toList();
        if (!codes.contains(value)) {
            throw Problem.parameter(parameter, value + " is none of " + codes + ".");
        }
        return value;
    }

    private static String column(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
