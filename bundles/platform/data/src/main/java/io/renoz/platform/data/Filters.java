package io.renoz.platform.data;

import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The filters of a collection: which there are, and what a caller's choice means in JPQL. Immutable. */
final class Filters {

    private static final int MAX_LISTED = 100;
    private static final int MAX_WORDS = 8;
    private static final Map<String, String> COMPARISONS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

    /** A filter; {@code meaning} is empty for plain fields. */
    private record Filter(Class<?> type, List<Function<Object, String>> meaning) {}

    private final Map<String, Filter> byName;
    private final List<String> searched;
    private final List<String> always;

    Filters() {
        this(Map.of(), List.of(), List.of());
    }

    private Filters(Map<String, Filter> byName, List<String> searched, List<String> always) {
        this.byName = byName;
        this.searched = searched;
        this.always = always;
    }

    private Filters with(String name, Filter filter) {
        var more = new LinkedHashMap<>(byName);
        more.put(name, filter);
        return new Filters(more, searched, always);
    }

    Filters field(String name, Class<?> type) {
        if (!Values.readable(type)) {
            throw new IllegalStateException("No filter can be made of " + name + ", a " + type.getSimpleName());
        }
        return with(name, new Filter(type, List.of()));
    }

    @SuppressWarnings("unchecked") // what is read for a type is of that type
    <T> Filters special(String name, Class<T> type, Function<T, String> meaning) {
        return with(name, new Filter(type, List.of(value -> meaning.apply((T) value))));
    }

    Filters search(List<String> fields) {
        return new Filters(byName, fields, always);
    }

    Filters always(String condition) {
        var more = new ArrayList<>(always);
        more.add("(" + condition + ")");
        return new Filters(byName, searched, more);
    }

    Map<String, Class<?>> types() {
        var types = new LinkedHashMap<String, Class<?>>();
        byName.forEach((name, filter) -> types.put(name, filter.type()));
        if (!searched.isEmpty()) {
            types.put("search", String.class);
        }
        return types;
    }

    /** Those that are fields, and so take suffixes. */
    List<String> plain() {
        return byName.entrySet().stream()
                .filter(e -> e.getValue().meaning().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> ranged() {
        return byName.entrySet().stream()
                .filter(e -> e.getValue().meaning().isEmpty()
                        && Values.ranged(e.getValue().type()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Adds the conditions that always hold, and those for what a caller chose. */
    void apply(Map<String, String> chosen, Jpql query) {
        always.forEach(query::where);
        chosen.forEach((parameter, value) -> {
            if (parameter.equals("search") && !searched.isEmpty()) {
                search(value, query);
            } else {
                apply(parameter, value, query);
            }
        });
    }

    private void apply(String parameter, String value, Jpql query) {
        int dot = parameter.indexOf('.');
        String name = dot < 0 ? parameter : parameter.substring(0, dot);
        String suffix = dot < 0 ? "eq" : parameter.substring(dot + 1);
        Filter filter = byName.get(name);
        if (filter == null) {
            throw unknown(parameter);
        }
        try {
            if (!filter.meaning().isEmpty() && dot < 0) {
                Object read = Values.read(filter.type(), value);
                query.where(filter.meaning().get(0).apply(read), "value", read);
            } else if (suffix.equals("in") && filter.meaning().isEmpty()) {
                query.where("e." + name + " in :value", "value", listed(filter.type(), value));
            } else if (fits(filter, suffix)) {
                query.where(
                        "e." + name + " " + COMPARISONS.get(suffix) + " :value",
                        "value",
                        Values.read(filter.type(), value));
            } else {
                throw unknown(parameter);
            }
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(parameter, String.valueOf(e.getMessage()));
        }
    }

    private static boolean fits(Filter filter, String suffix) {
        boolean equality = suffix.equals("eq") || suffix.equals("ne");
        return filter.meaning().isEmpty()
                && COMPARISONS.containsKey(suffix)
                && (equality || Values.ranged(filter.type()));
    }

    private static List<Object> listed(Class<?> type, String value) {
        String[] parts = value.split(",", -1);
        if (parts.length > MAX_LISTED) {
            throw new IllegalArgumentException("At most " + MAX_LISTED + " values can be listed.");
        }
        return Arrays.stream(parts).map(part -> Values.read(type, part)).toList();
    }

    private Problem unknown(String parameter) {
        return Problem.parameter(
                parameter,
                "There is no filter of this name; there are " + String.join(", ", new TreeSet<>(types().keySet()))
                        + ".");
    }

    /** Each word has to begin one of the fields, or a word in it. */
    private void search(String text, Jpql query) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        if (words.length > MAX_WORDS) {
            throw Problem.parameter("search", "At most " + MAX_WORDS + " words can be searched for.");
        }
        for (String word : words) {
            if (!word.isEmpty()) {
                String pattern = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
                var either = new ArrayList<String>();
                searched.forEach(field -> {
                    either.add("lower(e." + field + ") like :start escape '\\'");
                    either.add("lower(e." + field + ") like :inner escape '\\'");
                });
                query.where("(" + String.join(" or ", either) + ")", Map.of("start", pattern, "inner", "% " + pattern));
            }
        }
    }
}
