package io.renoz.suppliers.agreement;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The agreed price of a product, from some quantity on. */
@Entity
@Table(schema = "suppliers", name = "price_agreement_items")
@Audited(type = "price_agreement_item", parent = "agreementId", parentType = "price_agreement")
public class AgreementItem extends TenantRecord {

    UUID agreementId;
    UUID productId;
    BigDecimal unitPrice;
    BigDecimal minQuantity = BigDecimal.ONE.setScale(3);

    @Nullable
    BigDecimal committedQuantity;

    BigDecimal purchasedQuantity = BigDecimal.ZERO.setScale(3);

    @Nullable
    Integer leadTimeDays;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected AgreementItem() {}

    public UUID productId() {
        return productId;
    }

    public BigDecimal minQuantity() {
        return minQuantity;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    /** Takes a price that was decided on. */
    public void settle(BigDecimal price) {
        unitPrice = price;
    }
}
