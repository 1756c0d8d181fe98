package io.renoz.customers.tag;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A label. How often it is used is counted by those who put it on and take it off. */
@Entity
@Table(schema = "customers", name = "customer_tags")
@Audited(type = "customer_tag", name = "name")
class Tag extends TenantRecord {

    String name;

    @Nullable
    String description;

    String color = "#6B7280";

    @Nullable
    String category;

    Boolean isActive = true;

    @Column(insertable = false, updatable = false)
    int usageCount;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Tag() {}
}
