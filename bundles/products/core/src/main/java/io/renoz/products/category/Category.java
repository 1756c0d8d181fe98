package io.renoz.products.category;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A group of products, in a tree. */
@Entity
@Table(schema = "products", name = "categories")
@Audited(type = "product_category", name = "name")
public class Category extends TenantRecord {

    @Searchable
    String name;

    String slug;

    @Nullable
    String description;

    @Nullable
    UUID parentId;

    int sortOrder;
    Boolean isActive = true;

    @Nullable
    UUID defaultTaxCodeId;

    @Transient
    private @Nullable UUID formerParent;

    @Transient
    private @Nullable String formerName;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Category() {}

    @PostLoad
    void loaded() {
        formerParent = parentId;
        formerName = name;
    }

    boolean moved() {
        return !Objects.equals(parentId, formerParent);
    }

    boolean renamed() {
        return !name.equals(formerName);
    }

    public String name() {
        return name;
    }

    /** Of products that name none themselves. */
    public @Nullable UUID defaultTaxCodeId() {
        return defaultTaxCodeId;
    }
}
