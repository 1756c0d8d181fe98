package io.renoz.products.image;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A picture of a product; the bytes are a file of the settings module. */
@Entity
@Table(schema = "products", name = "product_images")
@Audited(type = "product_image", name = "altText", parent = "productId", parentType = "product")
class Image extends TenantRecord {

    UUID productId;
    UUID attachmentId;

    @Nullable
    Integer widthPx;

    @Nullable
    Integer heightPx;

    @Nullable
    String altText;

    @Nullable
    String caption;

    int sortOrder;
    boolean isPrimary;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Image() {}

    Image(UUID productId, UUID attachmentId) {
        this.productId = productId;
        this.attachmentId = attachmentId;
    }
}
