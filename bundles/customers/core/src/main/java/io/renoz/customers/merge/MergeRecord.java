package io.renoz.customers.merge;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What was merged into what, with what is needed to explain it. */
@Entity
@Table(schema = "customers", name = "customer_merge_audit")
class MergeRecord extends TenantRecord {

    UUID primaryCustomerId;

    @Nullable
    UUID mergedCustomerId;

    MergeAction action = MergeAction.MERGED;

    @Nullable
    String reason;

    @Nullable
    UUID performedBy;

    Instant performedAt;
    int rowsMoved;

    @Nullable
    Json mergedData;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected MergeRecord() {}

    MergeRecord(UUID primary, UUID merged, @Nullable String reason, @Nullable UUID by, Instant at, Moved moved) {
        this.primaryCustomerId = primary;
        this.mergedCustomerId = merged;
        this.reason = reason;
        this.performedBy = by;
        this.performedAt = at;
        this.rowsMoved = moved.rows();
        this.mergedData = moved.json();
    }
}
