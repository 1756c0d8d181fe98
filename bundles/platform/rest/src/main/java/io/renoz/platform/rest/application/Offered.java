package io.renoz.platform.rest.application;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.platform.rest.json.TypeNames;
import io.renoz.problem.Problem;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what a caller asks of a list against what the list offers, so that all lists refuse alike. */
final class Offered {

    private static final Set<String> EQUALITY = Set.of("eq", "ne", "in");
    private static final Set<String> COMPARISON = Set.of("gt", "gte", "lt", "lte");

    /** More than any filter needs, and less than any cursor has. */
    private static final int LONGEST = 4_000;

    private Offered() {}

    /**
     * Refuses what is not offered.
     *
     * @throws Problem {@code invalid-parameter}
     */
    static void check(ListQuery query, @Nullable Offer offer) {
        Offer known = offer == null ? Offer.nothing() : offer;
        query.filters().forEach((parameter, value) -> filter(parameter, value, known));
        query.sort().ifPresent(sort -> sort(sort, known));
    }

    private static void filter(String parameter, String value, Offer offer) {
        int dot = parameter.indexOf('.');
        String name = dot < 0 ? parameter : parameter.substring(0, dot);
        String suffix = dot < 0 ? "" : parameter.substring(dot + 1);
        Class<?> type = offer.filters().get(name);
        if (type == null) {
            throw Problem.parameter(parameter, none("filter", offer.filters().keySet()));
        }
        boolean plain = EQUALITY.contains(suffix) && offer.plain().contains(name);
        boolean ranged = COMPARISON.contains(suffix) && offer.ranged().contains(name);
        if (!suffix.isEmpty() && !plain && !ranged) {
            throw Problem.parameter(parameter, "The filter " + name + " does not take ." + suffix + ".");
        }
        if (value.length() > LONGEST) {
            throw Problem.parameter(parameter, "The value is too long.");
        }
        for (String one : suffix.equals("in") ? List.of(value.split(",", -1)) : List.of(value)) {
            value(parameter, type, one);
        }
    }

    private static void value(String parameter, Class<?> type, String value) {
        try {
            Parameters.read(type, value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.parameter(parameter, TypeNames.mustBe(type));
        }
    }

    private static void sort(String sort, Offer offer) {
        var names = new ArrayList<String>();
        offer.sorts().forEach(name -> names.add(unsigned(name)));
        for (String part : sort.split(",", -1)) {
            if (!names.contains(unsigned(part))) {
                throw Problem.parameter("sort", none("sort", names));
            }
        }
    }

    private static String unsigned(String name) {
        return name.startsWith("-") ? name.substring(1) : name;
    }

    private static String none(String what, Iterable<String> offered) {
        String all = String.join(", ", offered);
        return all.isEmpty()
                ? "There is no such " + what + "; this list has none."
                : "There is no such " + what + "; there are " + all + ".";
    }
}
