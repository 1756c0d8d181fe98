package io.renoz.activities.api;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes to the audit log what is more than a changed record: acts with a name, reads that matter, bulk work. Inserts,
 * updates and deletes of records marked {@link io.renoz.data.Audited} are written by the platform. Thread-safe.
 */
@ProviderType
public interface AuditTrail {

    /**
     * Writes one entry in the caller's transaction, which cannot commit without it.
     *
     * @throws io.renoz.problem.Problem {@code unknown-entity-type}
     */
    void record(AuditEntry entry);

    /** Writes one entry that stands for {@code count} records, 1 or more. */
    void recordBulk(AuditEntry summary, int count);

    /** What differs between two states of a record, without the fields in {@code excluded} and those of every table. */
    Changes diff(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Set<String> excluded);
}
