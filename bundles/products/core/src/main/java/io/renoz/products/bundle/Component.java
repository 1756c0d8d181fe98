package io.renoz.products.bundle;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** So many of a product in a bundle. */
@Entity
@Table(schema = "products", name = "product_bundles")
@Audited(type = "product_bundle", parent = "bundleProductId", parentType = "product")
class Component extends TenantRecord {

    UUID bundleProductId;
    UUID componentProductId;
    BigDecimal quantity = BigDecimal.ONE;
    boolean isOptional;
    int sortOrder;

    @Transient
    private @Nullable UUID formerComponent;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Component() {}

    Component(UUID bundleProductId, UUID componentProductId) {
        this.bundleProductId = bundleProductId;
        this.componentProductId = componentProductId;
    }

    @PostLoad
    void loaded() {
        formerComponent = componentProductId;
    }

    boolean changedProduct() {
        return !componentProductId.equals(formerComponent);
    }
}
