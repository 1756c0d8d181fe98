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

    private static final Map<String, String> COMPARISONS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

    private static final int MOST_LISTED = 100;
    private static final int MOST_WORDS = 8;

    private final Map<String, Class<?>> types;

    private Filters(Map<String, Class<?>> types) {
        this.types = types;
    }

    /** Those of the whole log. */
    static Filters all() {
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
        return new Filters(types);
    }

    /** Some of them, for a list that is a part of the log. */
    Filters only(String... names) {
        var some = new LinkedHashMap<>(types);
        some.keySet().retainAll(Set.of(names));
        return new Filters(some);
    }

    /** What a list takes; {@code flags} it sees to itself. */
    Offer offer(String... flags) {
        List<String> plain = types.keySet().stream().filter(Filters::isColumn).toList();
        List<String> ranged = types.containsKey("createdAt") ? List.of("createdAt") : List.of();
        var all = new LinkedHashMap<>(types);
        for (String flag : flags) {
            all.put(flag, Boolean.class);
        }
        return new Offer(all, plain, ranged, List.of("-createdAt"));
    }

    /** The conditions of the query parameters. */
    Where of(Map<String, String> parameters) {
        var where = new Where();
        parameters.forEach((parameter, value) -> add(where, parameter, value));
        return where;
    }

    private void add(Where where, String parameter, String value) {
        int dot = parameter.indexOf('.');
        String name = dot < 0 ? parameter : parameter.substring(0, dot);
        String suffix = dot < 0 ? "eq" : parameter.substring(dot + 1);
        Class<?> type = types.get(name);
        if (type == null) {
            throw Problem.parameter(
                    parameter, "There is no filter " + name + "; there are " + String.join(", ", types.keySet()) + ".");
        }
        if (name.equals("search") && dot < 0) {
            search(where, value);
        } else if (name.equals("changedField") && suffix.equals("eq")) {
            where.and("? = any(changed_fields)", value);
        } else if (suffix.equals("in") && isColumn(name)) {
            where.and(column(name) + " = any(?)", (Object) several(parameter, type, value));
        } else if (isColumn(name)
                && COMPARISONS.containsKey(suffix)
                && (suffix.equals("eq") || suffix.equals("ne") || type == Instant.class)) {
            where.and(column(name) + " " + COMPARISONS.get(suffix) + " ?", parsed(parameter, type, value));
        } else {
            throw Problem.parameter(parameter, "The filter " + name + " does not take ." + suffix + ".");
        }
    }

    private static boolean isColumn(String name) {
        return !name.equals("search") && !name.equals("changedField");
    }

    /** Each word begins the name of a record or a word in it, whatever the case. */
    private static void search(Where where, String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length > MOST_WORDS) {
            throw Problem.parameter("search", "At most " + MOST_WORDS + " words can be searched for.");
        }
        for (String word : words) {
            where.and(
                    "(starts_with(lower(entity_name), lower(?)) or strpos(lower(entity_name), ' ' || lower(?)) > 0)",
                    word,
                    word);
        }
    }

    private static Object[] several(String parameter, Class<?> type, String list) {
        String[] parts = list.split(",", -1);
        if (parts.length > MOST_LISTED) {
            throw Problem.parameter(parameter, "At most " + MOST_LISTED + " values can be listed.");
        }
        Object[] values = Arrays.stream(parts)
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
