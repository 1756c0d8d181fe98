package io.renoz.data;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens the one transaction of a call. The platform does it for every request; a core module does it where none is open
 * yet: sign-in, jobs, acts of the operator plane. Domains never need it. Thread-safe.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs {@code work} as {@code call} in a new transaction on one connection: data, audit and outbox commit together,
     * or nothing does.
     *
     * @throws io.renoz.problem.Problem as {@code work} throws it, after the roll back
     * @throws IllegalStateException when a transaction is open already
     */
    <T extends @Nullable Object> T run(Call call, Callable<T> work);

    /**
     * As {@link #run}, beside the transaction that is open, which goes on afterwards as if nothing had been: what is done
     * here commits by itself, whatever becomes of the other.
     */
    <T extends @Nullable Object> T apart(Call call, Callable<T> work);

    /** Runs once the current transaction has committed, on its thread; not at all when it rolls back. */
    void afterCommit(Runnable work);

    /**
     * Runs once the current transaction has been rolled back, on its thread; not at all when it commits, and not when nobody
     * knows whether it did.
     */
    void afterRollback(Runnable work);
}
