package io.renoz.data;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One table seen as a collection of the API: inputs of type {@code I} go in, views of type {@code V} come out.
 *
 * <p>Nothing here sees another organization's rows: their ids are {@code not-found}. Thread-safe.
 */
@ProviderType
public interface Records<I, V extends Versioned> {

    /**
     * One page of what fits, in the order asked for.
     *
     * @throws io.renoz.problem.Problem {@code invalid-parameter} for an unknown filter, sort or cursor
     */
    Page<V> list(ListQuery query);

    /**
     * The record with that id.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    V get(UUID id);

    /** Stores all of them in batched inserts, in order. */
    List<V> createAll(List<I> inputs);

    /**
     * Lays the patch over the record under the caller's If-Match.
     *
     * @throws io.renoz.problem.Problem {@code precondition-required}, {@code precondition-failed}, {@code not-found},
     *     {@code validation-failed}
     */
    V update(UUID id, Patch<I> patch);

    /**
     * Deletes the record, softly where its rows are kept; under an If-Match if the caller sent one.
     *
     * @throws io.renoz.problem.Problem {@code precondition-failed}, {@code not-found}, {@code reference-in-use}
     */
    void delete(UUID id);

    /** What lists of this collection take, for the OpenAPI document. */
    Offer offer();
}
