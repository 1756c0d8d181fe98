package io.renoz.orders.template;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.TaxType;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A line of a template. */
@Entity
@Table(schema = "orders", name = "order_template_items")
@Audited(type = "order_template_item", name = "description", parent = "templateId", parentType = "order_template")
class OrderTemplateItem extends TenantRecord {

    UUID templateId;

    /** Given with the template, unless its maker says one. */
    Integer lineNumber;

    OrderLineType lineType = OrderLineType.ITEM;

    @Nullable
    UUID productId;

    @Nullable
    String sku;

    /** The product's where the caller says none. */
    String description;

    BigDecimal defaultQuantity = BigDecimal.ONE;
    Boolean useCurrentPrice = true;

    @Nullable
    BigDecimal fixedUnitPrice;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal discountAmount;

    TaxType taxType = TaxType.GST;

    @Nullable
    String notes;

    @Transient
    private @Nullable Integer stored;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderTemplateItem() {}

    @PostLoad
    void loaded() {
        stored = lineNumber;
    }

    void keepNumber() {
        if (lineNumber == null && stored != null) {
            lineNumber = stored;
        }
    }

    boolean text() {
        return lineType == OrderLineType.SECTION || lineType == OrderLineType.NOTE;
    }
}
