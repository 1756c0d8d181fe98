package io.renoz.suppliers.price;

import static io.renoz.suppliers.price.PriceListStatus.ACTIVE;
import static io.renoz.suppliers.price.PriceListStatus.DRAFT;
import static io.renoz.suppliers.price.PriceListStatus.EXPIRED;
import static io.renoz.suppliers.price.PriceListStatus.INACTIVE;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** The price of a product from a supplier, from some quantity on and for some time. */
@Entity
@Table(schema = "suppliers", name = "supplier_price_lists")
@Audited(type = "supplier_price", name = "supplierProductName", parent = "supplierId", parentType = "supplier")
class SupplierPrice extends TenantRecord {

    private static final Map<PriceListStatus, Set<PriceListStatus>> NEXT =
            Map.of(DRAFT, Set.of(ACTIVE), ACTIVE, Set.of(INACTIVE), INACTIVE, Set.of(ACTIVE), EXPIRED, Set.of(ACTIVE));

    UUID supplierId;
    UUID productId;
    PriceListStatus status = DRAFT;

    @Searchable
    @Nullable
    String supplierProductCode;

    @Searchable
    @Nullable
    String supplierProductName;

    /** The supplier's where the caller says none. */
    @Nullable
    String currency;

    BigDecimal basePrice;
    DiscountType discountType = DiscountType.NONE;
    BigDecimal discountValue = BigDecimal.ZERO.setScale(2);
    BigDecimal effectivePrice = BigDecimal.ZERO.setScale(2);

    /** The product's where the caller says none. */
    @Nullable
    String unitOfMeasure;

    BigDecimal minQuantity = BigDecimal.ONE.setScale(3);

    @Nullable
    BigDecimal maxQuantity;

    @Nullable
    BigDecimal minOrderQty;

    BigDecimal orderMultiple = BigDecimal.ONE.setScale(3);

    @Nullable
    Integer leadTimeDays;

    /** Today where the caller says none. */
    @Nullable
    LocalDate effectiveDate;

    @Nullable
    LocalDate expiryDate;

    boolean isPreferredPrice;

    @Nullable
    UUID priceAgreementId;

    @Nullable
    String notes;

    /** The request that the last change of the price became. */
    @Transient
    @Nullable
    UUID pendingPriceChangeId;

    /** What the row said when it was read. */
    @Transient
    private @Nullable Stored stored;

    private record Stored(
            UUID supplierId,
            UUID productId,
            PriceListStatus status,
            BigDecimal basePrice,
            DiscountType discountType,
            BigDecimal discountValue) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected SupplierPrice() {}

    @PostLoad
    void loaded() {
        stored = new Stored(supplierId, productId, status, basePrice, discountType, discountValue);
    }

    /** Fills what the caller left open. */
    void complete(String supplierCurrency, String unit, LocalDate today) {
        currency = currency == null ? supplierCurrency : currency;
        unitOfMeasure = unitOfMeasure == null ? unit : unitOfMeasure;
        effectiveDate = effectiveDate == null ? today : effectiveDate;
        if (expiryDate != null && !expiryDate.isAfter(effectiveDate)) {
            throw Problem.invalid("expiryDate", "A price ends after it begins.");
        }
    }

    /** A new price is a draft, or holds at once. */
    void open(LocalDate today) {
        if (status != DRAFT && status != ACTIVE) {
            throw Problem.invalid("status", "A new price is draft or active.");
        }
        requireFuture(today);
        effectivePrice = asked();
    }

    /**
     * Refuses what may not change, and moves that are not to be.
     *
     * @throws Problem {@code invalid-transition}, {@code validation-failed}
     */
    void keepTo(LocalDate today) {
        Stored before = stored;
        if (before == null) {
            return;
        }
        if (!supplierId.equals(before.supplierId)) {
            throw Problem.invalid("supplierId", "A price stays with its supplier.");
        }
        if (!productId.equals(before.productId)) {
            throw Problem.invalid("productId", "A price stays with its product.");
        }
        if (status != before.status) {
            if (!NEXT.getOrDefault(before.status, Set.of()).contains(status)) {
                throw Problem.transition("A price that is " + Coded.of(before.status) + " cannot become "
                                + Coded.of(status) + ".")
                        .with("from", Coded.of(before.status))
                        .with("to", Coded.of(status));
            }
            requireFuture(today);
        }
    }

    private void requireFuture(LocalDate today) {
        if (status == ACTIVE && expiryDate != null && expiryDate.isBefore(today)) {
            throw Problem.invalid("expiryDate", "A price that holds has not ended yet.");
        }
    }

    void expire() {
        status = EXPIRED;
    }

    /** The price that base and discount make. */
    BigDecimal asked() {
        return Prices.effective(basePrice, discountType, discountValue);
    }

    /** Leaves the price as it was, since somebody has to decide first. */
    void keepPrice(UUID request) {
        Stored before = stored;
        if (before != null) {
            basePrice = before.basePrice;
            discountType = before.discountType;
            discountValue = before.discountValue;
        }
        pendingPriceChangeId = request;
    }

    /** SUP-18: takes a net price that was decided on; a discount would say something else. */
    void settle(BigDecimal price) {
        basePrice = price;
        discountType = DiscountType.NONE;
        discountValue = BigDecimal.ZERO.setScale(2);
        effectivePrice = price;
    }
}
