package io.renoz.products.price;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A price agreed with one customer for one product. */
@Entity
@Table(schema = "products", name = "customer_product_prices")
@Audited(
        type = "customer_product_price",
        name = "agreementRef",
        parent = "productId",
        parentType = "product",
        customer = "customerId")
class CustomerPrice extends TenantRecord implements Rule {

    UUID customerId;
    UUID productId;

    @Nullable
    BigDecimal price;

    @Nullable
    BigDecimal discountPercent;

    BigDecimal minQuantity = BigDecimal.ONE;
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @Nullable
    String agreementRef;

    @Transient
    private Amounts stored = Amounts.NONE;

    @Transient
    private @Nullable UUID formerCustomer;

    @Transient
    private @Nullable UUID formerProduct;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected CustomerPrice() {}

    @PostLoad
    void loaded() {
        stored = amounts();
        formerCustomer = customerId;
        formerProduct = productId;
    }

    Amounts amounts() {
        return new Amounts(price, discountPercent);
    }

    Amounts stored() {
        return stored;
    }

    void stay() {
        if (!customerId.equals(formerCustomer)) {
            throw Problem.invalid("customerId", "A price stays with its customer.");
        }
        if (!productId.equals(formerProduct)) {
            throw Problem.invalid("productId", "A price stays with its product.");
        }
    }

    /** PRD-06: whether both would answer the same question. */
    boolean rivals(CustomerPrice other) {
        return !id().equals(other.id())
                && customerId.equals(other.customerId)
                && productId.equals(other.productId)
                && minQuantity.compareTo(other.minQuantity) == 0
                && Rule.meet(this, other);
    }

    @Override
    public BigDecimal minQuantity() {
        return minQuantity;
    }

    @Override
    public @Nullable BigDecimal maxQuantity() {
        return null;
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
    public LocalDate validFrom() {
        return validFrom;
    }

    @Override
    public @Nullable LocalDate validTo() {
        return validTo;
    }
}
