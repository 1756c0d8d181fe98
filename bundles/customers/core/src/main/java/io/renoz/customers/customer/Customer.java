package io.renoz.customers.customer;

import io.renoz.customers.Permissions;
import io.renoz.customers.api.CreditStanding;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.CustomerType;
import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Emits;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** An account. Its row stays when it is deleted, since orders, warranties and tax records name it for years. */
@Entity
@Table(schema = "customers", name = "customers")
@Audited(type = "customer", name = "name", customer = "id")
@Emits(type = "customer")
public class Customer extends KeptRecord {

    @Searchable
    String customerCode;

    @Searchable
    String name;

    @Searchable
    @Nullable
    String legalName;

    @Searchable
    @Nullable
    String email;

    @Searchable
    @Nullable
    String phone;

    @Nullable
    String website;

    CustomerStatus status = CustomerStatus.PROSPECT;

    @Nullable
    String statusReason;

    CustomerType type = CustomerType.BUSINESS;

    @Nullable
    CustomerSize size;

    @Nullable
    String industry;

    @Searchable
    @Nullable
    String taxId;

    @Nullable
    String registrationNumber;

    boolean taxExempt;

    @Nullable
    UUID parentId;

    @Nullable
    UUID mergedIntoId;

    @Nullable
    UUID ownerId;

    @Nullable
    String leadSource;

    @Nullable
    String preferredLanguage;

    @Nullable
    Integer paymentTermsDays;

    @Nullable
    BigDecimal creditLimit;

    boolean creditHold;

    @Nullable
    String creditHoldReason;

    @Nullable
    Instant creditHoldAt;

    @Nullable
    UUID creditHoldBy;

    boolean warrantyExpiryAlertOptOut;

    @Nullable
    String notes;

    @Nullable
    String externalRef;

    @Nullable
    Json metadata;

    @Transient
    @Parts("customerId")
    List<Contact> contacts = new ArrayList<>();

    @Transient
    @Parts("customerId")
    List<Address> addresses = new ArrayList<>();

    /** What the row said when it was read, of what callers may not change at will. */
    @Transient
    private Guarded stored = new Guarded(null, null, null, null);

    private record Guarded(
            @Nullable String customerCode,
            @Nullable Integer paymentTermsDays,
            @Nullable BigDecimal creditLimit,
            @Nullable UUID parentId) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Customer() {}

    @PostLoad
    void loaded() {
        stored = new Guarded(customerCode, paymentTermsDays, creditLimit, parentId);
    }

    /** CUS-01: a code is given once. */
    void keepCode() {
        if (!Objects.equals(customerCode, stored.customerCode)) {
            throw Problem.invalid("customerCode", "A customer keeps its code.");
        }
    }

    /** CUS-04: terms of credit are for finance and admin. */
    void guardCredit(Call call) {
        if (!Objects.equals(paymentTermsDays, stored.paymentTermsDays) || !same(creditLimit, stored.creditLimit)) {
            call.require(Permissions.CREDIT);
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    boolean moved() {
        return !Objects.equals(parentId, stored.parentId);
    }

    /** Moves along the life cycle; the caller's permission for the move is checked. */
    void become(CustomerStatus next, @Nullable String reason, Call call) {
        LifeCycle.check(this, next, reason, call);
        status = next;
        statusReason = reason;
    }

    /** CUS-05: what a confirmed order does to a prospect or an inactive customer; says whether it did. */
    boolean activate() {
        boolean wakes = status == CustomerStatus.PROSPECT || status == CustomerStatus.INACTIVE;
        if (wakes) {
            status = CustomerStatus.ACTIVE;
            statusReason = null;
        }
        return wakes;
    }

    /** CUS-04: the reason is the caller's, the moment and the person are ours. */
    void hold(String reason, Instant at, @Nullable UUID by) {
        if (!creditHold) {
            creditHoldAt = at;
            creditHoldBy = by;
        }
        creditHold = true;
        creditHoldReason = reason;
    }

    void release() {
        creditHold = false;
        creditHoldReason = null;
        creditHoldAt = null;
        creditHoldBy = null;
    }

    /**
     * CUS-05: refuses when no new business may be done.
     *
     * @throws Problem {@code customer-blocked}
     */
    void requireTrading() {
        if (deleted()) {
            throw blocked("deleted");
        }
        if (!status.trading()) {
            throw blocked(status == CustomerStatus.SUSPENDED ? "suspended" : "blacklisted");
        }
        if (creditHold) {
            throw blocked("credit-hold");
        }
    }

    private Problem blocked(String reason) {
        return Problem.of("customer-blocked", name + " is blocked: " + reason.replace('-', ' ') + ".")
                .with("customerId", id())
                .with("reason", reason);
    }

    /** CUS-10: the account lives on in another one. */
    public void mergeInto(Customer survivor) {
        mergedIntoId = survivor.id();
        delete();
    }

    public String name() {
        return name;
    }

    public @Nullable UUID mergedInto() {
        return mergedIntoId;
    }

    CustomerSummary summary(int defaultTermsDays) {
        return new CustomerSummary(
                id(),
                customerCode,
                name,
                legalName == null ? name : legalName,
                status,
                type,
                taxId,
                preferredLanguage,
                paymentTermsDays == null ? defaultTermsDays : paymentTermsDays,
                taxExempt);
    }

    CreditStanding standing(int defaultTermsDays) {
        return new CreditStanding(
                id(),
                creditLimit,
                creditHold,
                creditHoldReason,
                paymentTermsDays == null ? defaultTermsDays : paymentTermsDays,
                parentId);
    }
}
