package io.renoz.suppliers.purchase.cost;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Freight, duty and whatever else an order costs beyond its goods. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_costs")
@Audited(type = "purchase_order_cost", parent = "purchaseOrderId", parentType = "purchase_order")
class PurchaseCost extends TenantRecord {

    UUID purchaseOrderId;
    CostType costType = CostType.OTHER;
    protected @Nullable String description;
    BigDecimal amount;

    /** The order's where the caller says none. */
    protected @Nullable String currency;

    protected @Nullable BigDecimal exchangeRate;
    BigDecimal amountBase = BigDecimal.ZERO.setScale(2);
    AllocationMethod allocationMethod = AllocationMethod.BY_VALUE;
    boolean isIncludedInTotal;
    Boolean isCapitalized = true;
    protected @Nullable UUID providerSupplierId;
    protected @Nullable String supplierInvoiceNumber;
    protected @Nullable String referenceNumber;
    protected @Nullable String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected PurchaseCost() {}
}
