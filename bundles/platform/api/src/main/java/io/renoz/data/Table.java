package io.renoz.data;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** Says which filters and sorts a collection offers, then how its rows look. Immutable. */
@ProviderType
public interface Table<E extends Row> {

    /**
     * Fields that filter by equality under their own name; numbers, dates and times also take the suffixes
     * {@code .eq .ne .gt .gte .lt .lte}, all take {@code .in} with a comma list.
     */
    Table<E> filter(String... fields);

    /**
     * A filter with a meaning of its own: gives for a value of {@code type} a JPQL condition over {@code e}, in which
     * {@code :value} stands for it.
     */
    <T> Table<E> filter(String name, Class<T> type, Function<T, String> condition);

    /** Lists show only rows for which a JPQL condition over {@code e} holds, whatever is asked for. */
    Table<E> only(String condition);

    /**
     * Adds the filter {@code search}: each word must be the beginning of one of these text fields or of a word in it,
     * whatever the case.
     */
    Table<E> search(String... fields);

    /** Fields that lists can be sorted by; the first is the default, with {@code -} for newest or greatest first. */
    Table<E> sort(String... fields);

    /** The rows are parts of another record: {@code parent} is the field with its id. See {@link Rows#within}. */
    Table<E> within(String parent, Class<? extends Row> of);

    /**
     * Maps by name: each component of the two records is a field of the entity, or a list of records that is a list of
     * its children.
     *
     * @throws IllegalStateException at once, listing every component that has no field of its name and type
     */
    <I, V extends Versioned> Rows<E, I, V> byName(Class<I> input, Class<V> view);

    /** As {@link #byName} for views that are computed; rows are read only. */
    <V extends Versioned> Rows<E, Void, V> viewed(Class<V> view, Function<? super E, V> mapping);
}
