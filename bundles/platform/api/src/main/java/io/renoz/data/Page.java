package io.renoz.data;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some records of a list.
 *
 * @param next cursor of the following page; null on the last
 * @param total how many there are in all; only when asked for by {@code count=true}
 */
public record Page<V>(
        List<V> items, @Nullable String next, @Nullable Long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is whole. */
    public static <V> Page<V> of(List<V> items) {
        return new Page<>(items, null, null);
    }

    /** The same page with other items. */
    public <W> Page<W> map(Function<? super V, ? extends W> mapping) {
        return new Page<>(items.stream().<W>map(mapping).toList(), next, total);
    }
}
