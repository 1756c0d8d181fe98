package io.renoz.products.price;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A price by quantity, for everybody. */
@Entity
@Table(schema = "products", name = "product_price_tiers")
@Audited(type = "product_price_tier", parent = "productId", parentType = "product")
class PriceTier extends TenantRecord implements Rule {

    UUID productId;
    BigDecimal minQuantity = BigDecimal.ONE;

    @Nullable
    BigDecimal maxQuantity;

    @Nullable
    BigDecimal price;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    Boolean isActive = true;

    @Transient
    private Amounts stored = Amounts.NONE;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected PriceTier() {}

    @PostLoad
    void loaded() {
        stored = amounts();
    }

    Amounts amounts() {
        return new Amounts(price, discountPercent);
    }

    /** As it was read. */
    Amounts stored() {
        return stored;
    }

    /** PRD-05: whether somebody could find both of them to hold. */
    boolean overlaps(PriceTier other) {
        boolean quantities = (other.maxQuantity == null || minQuantity.compareTo(other.maxQuantity) <= 0)
                && (maxQuantity == null || other.minQuantity.compareTo(maxQuantity) <= 0);
        return isActive && other.isActive && quantities && Rule.meet(this, other);
    }

    @Override
    public BigDecimal minQuantity() {
        return minQuantity;
    }

    @Override
    public @Nullable BigDecimal maxQuantity() {
        return maxQuantity;
    }

    @Override
    public @Nullable BigDecimal price() {
        return price;
    }

    @Override
    public @Nullable BigDecimal discountPercent() {
        return discountPercent;
    }

    @Override
    public @Nullable LocalDate validFrom() {
        return validFrom;
    }

    @Override
    public @Nullable LocalDate validTo() {
        return validTo;
    }
}
