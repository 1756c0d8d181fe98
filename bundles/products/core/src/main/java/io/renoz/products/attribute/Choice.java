package io.renoz.products.attribute;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A value that a select attribute can have. */
@Entity
@Table(schema = "products", name = "product_attribute_choices")
@Audited(type = "product_attribute_choice", name = "label", parent = "attributeId", parentType = "product_attribute")
class Choice extends TenantRecord {

    UUID attributeId;
    String value;
    String label;
    int sortOrder;
    Boolean isActive = true;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Choice() {}
}
