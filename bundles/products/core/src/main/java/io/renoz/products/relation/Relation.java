package io.renoz.products.relation;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A product that goes with another one. */
@Entity
@Table(schema = "products", name = "product_relations")
@Audited(type = "product_relation", parent = "productId", parentType = "product")
class Relation extends TenantRecord {

    UUID productId;
    UUID relatedProductId;
    RelationType relationType;
    int sortOrder;
    Boolean isActive = true;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Relation() {}
}
