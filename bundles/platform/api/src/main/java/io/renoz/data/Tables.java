package io.renoz.data;

import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tables of one module, in the transaction of the call and for its organization alone.
 *
 * <p>Rows that were soft deleted are found by nothing here but {@link #entities()}. Thread-safe; the rows it returns
 * belong to the transaction.
 */
@ProviderType
public interface Tables {

    /** A table on its way to become a collection of the API. */
    <E extends Row> Table<E> of(Class<E> type);

    <E extends Row> Optional<E> find(Class<E> type, UUID id);

    /** The one row whose field has that value, if any. */
    <E extends Row> Optional<E> findBy(Class<E> type, String field, Object value);

    /**
     * The row with that id.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    <E extends Row> E require(Class<E> type, UUID id);

    /**
     * The row with that id, locked until the end of the transaction ({@code select for update}) and read anew.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    <E extends Row> E lock(Class<E> type, UUID id);

    /** Makes a row part of its table; it is written with the next flush. */
    <E extends Row> E add(E row);

    /** Deletes a row, softly where rows of its kind are kept. */
    void remove(Row row);

    /** Writes what has changed now, so that versions rise and other modules' foreign keys see it. */
    void flush();

    /**
     * The persistence context itself, for JPQL and SQL. JPQL is limited to the organization by itself; native SQL names
     * {@code organization_id} by hand.
     */
    EntityManager entities();
}
