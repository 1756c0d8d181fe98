package io.renoz.suppliers.supplier;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Emits;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.SupplierStatus;
import io.renoz.suppliers.api.SupplierSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A business we buy from. Its row stays when it is deleted, since purchase records name it for years. */
@Entity
@Table(schema = "suppliers", name = "suppliers")
@Audited(type = "supplier", name = "name")
@Emits(type = "supplier", on = Emits.Kind.CREATED)
public class Supplier extends KeptRecord {

    @Searchable
    String supplierCode;

    @Searchable
    String name;

    @Searchable
    @Nullable
    String legalName;

    SupplierStatus status = SupplierStatus.ACTIVE;

    @Nullable
    String statusReason;

    @Nullable
    SupplierType supplierType;

    @Searchable
    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String website;

    @Searchable
    @Nullable
    String taxId;

    @Nullable
    String registrationNumber;

    PaymentTerms paymentTerms = PaymentTerms.NET_30;

    /** The organization's where the caller says none. */
    @Nullable
    String currency;

    @Nullable
    BigDecimal defaultTaxRate;

    @Nullable
    BigDecimal creditLimit;

    @Nullable
    Integer leadTimeDays;

    @Nullable
    BigDecimal minimumOrderValue;

    @Nullable
    BigDecimal maximumOrderValue;

    @Nullable
    BigDecimal freightFreeOver;

    @Nullable
    String ourAccountNumber;

    @Nullable
    String orderInstructions;

    boolean isPreferred;

    /** The organization's usual one where the caller says none. */
    @Nullable
    InspectionRequirement inspectionRequirement;

    @Nullable
    BigDecimal qualityRating;

    @Nullable
    BigDecimal deliveryRating;

    @Nullable
    BigDecimal communicationRating;

    @Column(insertable = false, updatable = false)
    @Nullable
    BigDecimal overallRating;

    @Nullable
    Instant ratingUpdatedAt;

    int totalPurchaseOrders;
    BigDecimal totalPurchaseValue = BigDecimal.ZERO.setScale(2);
    BigDecimal averageOrderValue = BigDecimal.ZERO.setScale(2);

    @Nullable
    LocalDate firstOrderDate;

    @Nullable
    LocalDate lastOrderDate;

    String @Nullable [] tags;

    @Nullable
    String notes;

    @Transient
    @Parts("supplierId")
    List<SupplierContact> contacts = new ArrayList<>();

    @Transient
    @Parts("supplierId")
    List<SupplierAddress> addresses = new ArrayList<>();

    /** The code the row had when it was read. */
    @Transient
    private @Nullable String storedCode;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Supplier() {}

    @PostLoad
    void loaded() {
        storedCode = supplierCode;
    }

    /** A code is given once. */
    void keepCode() {
        if (!Objects.equals(supplierCode, storedCode)) {
            throw Problem.invalid("supplierCode", "A supplier keeps its code.");
        }
    }

    /** Moves along the life cycle; the caller's permission for the move is checked. */
    void become(SupplierStatus next, @Nullable String reason, Call call) {
        LifeCycle.check(status, next, reason, call);
        status = next;
        statusReason = reason;
    }

    /**
     * SUP-04, SUP-25: refuses when no new orders may be given.
     *
     * @throws Problem {@code supplier-not-orderable}, with the member {@code status}
     */
    public void requireOrderable() {
        if (deleted() || !status.orderable()) {
            String why = deleted() ? "deleted" : Coded.of(status);
            throw Problem.of("supplier-not-orderable", name + " gets no new orders: it is " + why + ".")
                    .with("supplierId", id())
                    .with("status", why);
        }
    }

    public SupplierStatus status() {
        return status;
    }

    public String name() {
        return name;
    }

    /** Where orders go unless a contact is marked for them. */
    public @Nullable String email() {
        return email;
    }

    /** Our number with them. */
    public @Nullable String ourAccountNumber() {
        return ourAccountNumber;
    }

    /** Printed on each purchase order. */
    public @Nullable String orderInstructions() {
        return orderInstructions;
    }

    public @Nullable String taxId() {
        return taxId;
    }

    /** Value of goods in the supplier's currency from which it asks nothing for freight. */
    public @Nullable BigDecimal freightFreeOver() {
        return freightFreeOver;
    }

    public InspectionRequirement inspectionRequirement() {
        return Objects.requireNonNullElse(inspectionRequirement, InspectionRequirement.NONE);
    }

    public SupplierSummary summary() {
        return new SupplierSummary(
                id(),
                supplierCode,
                name,
                legalName == null ? name : legalName,
                status,
                String.valueOf(currency),
                paymentTerms,
                leadTimeDays,
                minimumOrderValue,
                maximumOrderValue,
                defaultTaxRate);
    }

    /** Takes the figures of all orders that were sent. */
    void take(Totals totals) {
        totalPurchaseOrders = totals.orders();
        totalPurchaseValue = totals.value();
        averageOrderValue = totals.average();
        firstOrderDate = totals.first();
        lastOrderDate = totals.last();
    }

    /** The person orders are sent to, if one is marked for them; the primary one of several. */
    public Optional<SupplierContact> orderContact() {
        return contacts.stream()
                .filter(contact -> contact.receivesOrders && contact.email != null)
                .min(Comparator.comparing(contact -> !contact.isPrimary));
    }

    /** The address for documents, line by line: the primary billing one, else any that is primary, else any. */
    public List<String> addressLines() {
        return addresses.stream()
                .min(Comparator.<SupplierAddress, Boolean>comparing(address -> !address.isPrimary)
                        .thenComparing(address -> address.addressType != AddressType.BILLING)
                        .thenComparing(address -> address.id().toString()))
                .map(SupplierAddress::lines)
                .orElse(List.of());
    }
}
