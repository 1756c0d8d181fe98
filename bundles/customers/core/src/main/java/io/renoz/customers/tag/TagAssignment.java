package io.renoz.customers.tag;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A tag on a customer. */
@Entity
@Table(schema = "customers", name = "customer_tag_assignments")
@Audited(type = "customer_tag_assignment", parent = "customerId", parentType = "customer", customer = "customerId")
class TagAssignment extends TenantRecord {

    UUID customerId;
    UUID tagId;
    Instant assignedAt;

    @Nullable
    UUID assignedBy;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected TagAssignment() {}

    void assigned(Instant at, @Nullable UUID by) {
        assignedAt = at;
        assignedBy = by;
    }
}
