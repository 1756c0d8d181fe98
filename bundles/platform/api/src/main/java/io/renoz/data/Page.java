package io.renoz.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some records of a list.
 *
 * @param next cursor of the following page; null on the last
 * @param total how many there are in all; only when asked for by {@code count=true}
 * @param counts other numbers of the whole list by name, as how many of one's notifications are unread; seldom there
 */
public record Page<V>(
        List<V> items,
        @Nullable String next,
        @Nullable Long total,
        @Nullable Map<String, Long> counts) {

    public Page {
        items = List.copyOf(items);
        counts = counts == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** A page of a list that tells no other numbers. */
    public Page(List<V> items, @Nullable String next, @Nullable Long total) {
        this(items, next, total, null);
    }

    /** A list that is whole. */
    public static <V> Page<V> of(List<V> items) {
        return new Page<>(items, null, null);
    }

    /** The same page with other items. */
    public <W> Page<W> map(Function<? super V, ? extends W> mapping) {
        return new Page<>(items.stream().<W>map(mapping).toList(), next, total, counts);
    }

    /** The same page with one more number of the whole list. */
    public Page<V> counting(String name, long number) {
        Map<String, Long> all = new LinkedHashMap<>(counts == null ? Map.of() : counts);
        all.put(name, number);
        return new Page<>(items, next, total, all);
    }
}
