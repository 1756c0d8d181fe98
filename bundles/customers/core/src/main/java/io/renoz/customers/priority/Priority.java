package io.renoz.customers.priority;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What service a customer was promised; one a customer. */
@Entity
@Table(schema = "customers", name = "customer_priorities")
@Audited(
        type = "customer_priority",
        name = "contractNumber",
        parent = "customerId",
        parentType = "customer",
        customer = "customerId")
class Priority extends TenantRecord {

    UUID customerId;
    PriorityLevel priorityLevel = PriorityLevel.MEDIUM;
    ServiceLevel serviceLevel = ServiceLevel.STANDARD;

    @Nullable
    UUID accountManager;

    @Nullable
    String contractNumber;

    @Nullable
    BigDecimal contractValue;

    @Nullable
    LocalDate contractStartDate;

    @Nullable
    LocalDate contractEndDate;

    @Nullable
    String specialTerms;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Priority() {}

    void assignTo(UUID user) {
        accountManager = user;
    }

    void moveTo(UUID customer) {
        customerId = customer;
    }
}
