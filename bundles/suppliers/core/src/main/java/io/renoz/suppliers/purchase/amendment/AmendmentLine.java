package io.renoz.suppliers.purchase.amendment;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.suppliers.purchase.order.HeaderField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A single change, with what was before. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_amendment_lines")
@Audited(type = "purchase_order_amendment_line", parent = "amendmentId", parentType = "purchase_order_amendment")
class AmendmentLine extends TenantRecord {

    UUID amendmentId;
    AmendmentAction action;
    protected @Nullable UUID purchaseOrderItemId;
    protected @Nullable UUID productId;
    protected @Nullable String description;
    protected @Nullable BigDecimal oldQuantity;
    protected @Nullable BigDecimal newQuantity;
    protected @Nullable BigDecimal oldUnitPrice;
    protected @Nullable BigDecimal newUnitPrice;
    protected @Nullable LocalDate oldExpectedDeliveryDate;
    protected @Nullable LocalDate newExpectedDeliveryDate;
    protected @Nullable HeaderField headerField;
    protected @Nullable String oldValue;
    protected @Nullable String newValue;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected AmendmentLine() {}
}
