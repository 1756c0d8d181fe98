package io.renoz.kernel;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list of few things that are in memory, with the same filters, sorts and cursors as any other of the API. Immutable.
 *
 * @param <T> the things; each has a name of its own, by which they are sorted
 */
public final class MemoryList<T> {

    private final String sort;
    private final Function<? super T, String> name;
    private final Map<String, Filter<T>> filters;

    private record Filter<T>(Class<?> type, BiPredicate<? super T, String> fits) {}

    private MemoryList(String sort, Function<? super T, String> name, Map<String, Filter<T>> filters) {
        this.sort = sort;
        this.name = name;
        this.filters = filters;
    }

    /** Sorted by {@code sort}, which is what {@code name} gives. */
    public static <T> MemoryList<T> by(String sort, Function<? super T, String> name) {
        return new MemoryList<>(sort, name, Map.of());
    }

    /** A filter that leaves what has the value asked for; {@code type} is the type that value has for callers. */
    public MemoryList<T> filter(String filter, Class<?> type, Function<? super T, String> value) {
        return filter(filter, type, (T thing, String asked) -> asked.equals(value.apply(thing)));
    }

    /** A filter that leaves what fits the value asked for. */
    public MemoryList<T> filter(String filter, Class<?> type, BiPredicate<? super T, String> fits) {
        var all = new LinkedHashMap<>(filters);
        all.put(filter, new Filter<>(type, fits));
        return new MemoryList<>(sort, name, all);
    }

    /** What it takes. */
    public Offer offer() {
        var types = new LinkedHashMap<String, Class<?>>();
        filters.forEach((filter, how) -> types.put(filter, how.type));
        return new Offer(types, List.of(), List.of(), List.of(sort));
    }

    /**
     * One page of {@code things}.
     *
     * @throws Problem {@code invalid-parameter}
     */
    public Page<T> read(Collection<? extends T> things, ListQuery query) {
        String order = order(query);
        query.filters().keySet().forEach(this::filter);
        Comparator<String> upwards = Comparator.naturalOrder();
        Comparator<String> direction = order.startsWith("-") ? upwards.reversed() : upwards;
        List<T> fitting = things.stream()
                .<T>map(thing -> thing)
                .filter(thing -> fits(thing, query))
                .sorted(Comparator.comparing(name, direction))
                .toList();
        Stream<T> after = query.cursor()
                .map(cursor -> Cursor.values(cursor, order, 1).get(0))
                .map(last -> fitting.stream().filter(thing -> direction.compare(name.apply(thing), last) > 0))
                .orElseGet(fitting::stream);
        List<T> rest = after.limit(query.limit() + 1L).toList();
        Long total = query.count() ? Long.valueOf(fitting.size()) : null;
        if (rest.size() <= query.limit()) {
            return new Page<>(rest, null, total);
        }
        List<T> items = rest.subList(0, query.limit());
        return new Page<>(items, Cursor.of(order, List.of(name.apply(items.get(items.size() - 1)))), total);
    }

    private String order(ListQuery query) {
        String asked = query.sort().orElse(sort);
        if (!asked.equals(sort) && !asked.equals("-" + sort)) {
            throw Problem.parameter("sort", "There is no such sort; there is " + sort + ".");
        }
        return asked;
    }

    private boolean fits(T thing, ListQuery query) {
        return query.filters().entrySet().stream()
                .allMatch(asked -> filter(asked.getKey()).fits.test(thing, asked.getValue()));
    }

    private Filter<T> filter(String asked) {
        Filter<T> filter = filters.get(asked);
        if (filter == null) {
            throw Problem.parameter(
                    asked, "There is no such filter; there are " + String.join(", ", filters.keySet()) + ".");
        }
        return filter;
    }
}
