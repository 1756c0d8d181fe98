package io.renoz.suppliers.agreement;

import static io.renoz.suppliers.agreement.PriceAgreementStatus.APPROVED;
import static io.renoz.suppliers.agreement.PriceAgreementStatus.CANCELLED;
import static io.renoz.suppliers.agreement.PriceAgreementStatus.DRAFT;
import static io.renoz.suppliers.agreement.PriceAgreementStatus.EXPIRED;
import static io.renoz.suppliers.agreement.PriceAgreementStatus.PENDING;
import static io.renoz.suppliers.agreement.PriceAgreementStatus.REJECTED;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/**
 * A framework agreement with a supplier. Once it was approved its terms stay as they are; its row stays when it is deleted,
 * since orders were priced by it.
 */
@Entity
@Table(schema = "suppliers", name = "price_agreements")
@Audited(type = "price_agreement", name = "title", parent = "supplierId", parentType = "supplier")
public class PriceAgreement extends KeptRecord {

    @Searchable
    String agreementNumber;

    UUID supplierId;

    @Searchable
    String title;

    @Nullable
    String description;

    PriceAgreementStatus status = DRAFT;

    /** Today where the caller says none. */
    @Nullable
    LocalDate effectiveDate;

    @Nullable
    LocalDate expiryDate;

    /** The supplier's where the caller says none. */
    @Nullable
    String currency;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal minimumOrderValue;

    @Nullable
    BigDecimal commitmentValue;

    BigDecimal purchasedValue = BigDecimal.ZERO.setScale(2);

    @Nullable
    BigDecimal rebatePercent;

    int totalItems;

    @Nullable
    UUID submittedBy;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    /** Why it was rejected, or ended early. */
    @Nullable
    String rejectionReason;

    @Nullable
    UUID documentAttachmentId;

    @Nullable
    String termsAndConditions;

    @Nullable
    String notes;

    @Transient
    @Parts("agreementId")
    List<AgreementItem> items = new ArrayList<>();

    @Transient
    private @Nullable UUID storedSupplier;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected PriceAgreement() {}

    @PostLoad
    void loaded() {
        storedSupplier = supplierId;
    }

    void complete(String supplierCurrency, LocalDate today) {
        currency = currency == null ? supplierCurrency : currency;
        effectiveDate = effectiveDate == null ? today : effectiveDate;
        if (expiryDate != null && !expiryDate.isAfter(effectiveDate)) {
            throw Problem.invalid("expiryDate", "An agreement ends after it begins.");
        }
        totalItems = items.size();
    }

    /** Terms that wait for a decision, or were rejected, are a draft again once somebody changes them. */
    void rework() {
        if (!Objects.equals(storedSupplier, supplierId)) {
            throw Problem.invalid("supplierId", "An agreement stays with its supplier.");
        }
        if (status != DRAFT) {
            move(DRAFT, PENDING, REJECTED);
            decidedBy = null;
            decidedAt = null;
            rejectionReason = null;
            submittedBy = null;
        }
    }

    void submit(@Nullable UUID by) {
        require(PENDING, DRAFT);
        if (items.isEmpty() && discountPercent == null) {
            throw Problem.invalid("items", "An agreement names a price of a product, or a discount.");
        }
        status = PENDING;
        submittedBy = by;
    }

    void approve(@Nullable UUID by, Instant at) {
        move(APPROVED, PENDING);
        decide(by, at);
    }

    void reject(String reason, @Nullable UUID by, Instant at) {
        move(REJECTED, PENDING);
        rejectionReason = reason;
        decide(by, at);
    }

    private void decide(@Nullable UUID by, Instant at) {
        decidedBy = by;
        decidedAt = by == null ? null : at;
    }

    void terminate(String reason) {
        move(CANCELLED, DRAFT, APPROVED);
        rejectionReason = reason;
    }

    public void expire() {
        move(EXPIRED, APPROVED);
    }

    /** What is in force, or waits for a decision, is not deleted. */
    void requireDeletable() {
        if (status == APPROVED || status == PENDING) {
            throw Problem.transition("An agreement that is " + Coded.of(status) + " is not deleted; end it first.")
                    .with("from", Coded.of(status))
                    .with("to", "deleted");
        }
    }

    void require(PriceAgreementStatus next, PriceAgreementStatus... from) {
        if (!Set.of(from).contains(status)) {
            throw Problem.transition(
                            "An agreement that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
    }

    private void move(PriceAgreementStatus next, PriceAgreementStatus... from) {
        require(next, from);
        status = next;
    }

    /** Who asked for it: who made it, and who submitted it. */
    @Nullable
    UUID[] askers() {
        return new @Nullable UUID[] {createdBy(), submittedBy};
    }

    public boolean approved() {
        return status == APPROVED;
    }

    public UUID supplierId() {
        return supplierId;
    }

    public String number() {
        return agreementNumber;
    }

    public String title() {
        return title;
    }

    public String currency() {
        return String.valueOf(currency);
    }

    public @Nullable LocalDate expiryDate() {
        return expiryDate;
    }

    public List<AgreementItem> items() {
        return items;
    }
}
