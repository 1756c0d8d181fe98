package io.renoz.data;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** The {@link Records} of one entity, for resources that do more than the five verbs. Thread-safe. */
@ProviderType
public interface Rows<E extends Row, I, V extends Versioned> extends Records<I, V> {

    /** As {@link #createAll(List)}; {@code complete} gives each row what its input alone does not say. */
    List<V> createAll(List<I> inputs, BiConsumer<? super E, ? super I> complete);

    /** As {@link #update(UUID, Patch)}; {@code complete} gets the row after the patch, and what was asked. */
    V update(UUID id, Patch<I> patch, BiConsumer<? super E, ? super I> complete);

    /**
     * Loads, changes and flushes one row, under the caller's If-Match if one was sent; the view carries the new version.
     *
     * @throws io.renoz.problem.Problem {@code precondition-failed}, {@code not-found} and what {@code change} throws
     */
    V change(UUID id, Consumer<? super E> change);

    /** As {@link #change}, for acts whose rule demands an If-Match. */
    V changeExpected(UUID id, Consumer<? super E> change);

    /** The view of a row of this transaction; flush before, so that its version is the stored one. */
    V view(E row);

    /**
     * The part of the collection that belongs to one parent: lists are limited to it, new rows get it, and other parents'
     * rows are not found.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when there is no such parent
     */
    Rows<E, I, V> within(UUID parent);
}
