package io.renoz.pipeline.quote;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.api.QuoteSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An offer to a customer. What it says is in its versions; the amounts here are those of the current one. */
@Entity
@Table(schema = "pipeline", name = "quotes")
@Audited(type = "quote", name = "quoteNumber", customer = "customerId")
@Emits(type = "quote", on = Emits.Kind.CREATED)
class Quote extends KeptRecord {

    @Searchable
    String quoteNumber;

    @Searchable
    @Nullable
    String title;

    @Nullable
    UUID opportunityId;

    UUID customerId;

    @Searchable
    String customerName;

    @Nullable
    UUID contactId;

    @Nullable
    UUID billingAddressId;

    @Nullable
    UUID siteAddressId;

    @Nullable
    UUID assignedTo;

    QuoteStatus status = QuoteStatus.DRAFT;

    int currentVersionNumber = 1;

    LocalDate quoteDate;

    @Nullable
    LocalDate validUntil;

    String currency;

    BigDecimal subtotal = BigDecimal.ZERO;

    BigDecimal discountAmount = BigDecimal.ZERO;

    BigDecimal shippingAmount = BigDecimal.ZERO;

    BigDecimal taxAmount = BigDecimal.ZERO;

    BigDecimal total = BigDecimal.ZERO;

    @Nullable
    String terms;

    @Nullable
    String notes;

    @Nullable
    Instant sentAt;

    @Nullable
    Instant firstViewedAt;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Integer acceptedVersionNumber;

    @Nullable
    AcceptanceMethod acceptanceMethod;

    @Nullable
    String acceptedByName;

    @Column(columnDefinition = "inet")
    @Nullable
    String acceptedByIp;

    @Nullable
    String customerPoNumber;

    @Nullable
    Instant rejectedAt;

    @Nullable
    UUID winLossReasonId;

    @Nullable
    String rejectNotes;

    @Nullable
    UUID orderId;

    @Nullable
    Instant convertedAt;

    @Nullable
    String clientRequestId;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or when it is drafted
    protected Quote() {}

    /** Gives it what a caller may set of it. Dates and currency that were left out stay as they are. */
    void take(QuoteInput input) {
        title = input.title();
        opportunityId = input.opportunityId();
        customerId = input.customerId();
        contactId = input.contactId();
        billingAddressId = input.billingAddressId();
        siteAddressId = input.siteAddressId();
        assignedTo = input.assignedTo();
        quoteDate = input.quoteDate() == null ? quoteDate : input.quoteDate();
        validUntil = input.validUntil();
        terms = input.terms();
        notes = input.notes();
        customerPoNumber = input.customerPoNumber();
    }

    /** Shows the amounts of a version. */
    void mirror(QuoteVersion version) {
        currentVersionNumber = version.versionNumber;
        subtotal = version.subtotal;
        discountAmount = version.discountAmount;
        shippingAmount = version.shippingAmount;
        taxAmount = version.taxAmount;
        total = version.total;
    }

    /** PIP-14: whether it can no longer be accepted, whatever its status says yet. */
    boolean outdated(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }

    boolean draft() {
        return status == QuoteStatus.DRAFT;
    }

    Instant opened() {
        return Objects.requireNonNull(createdAt());
    }

    Instant touched() {
        return Objects.requireNonNull(updatedAt());
    }

    QuoteSummary summary() {
        return new QuoteSummary(
                id(),
                quoteNumber,
                title,
                customerId,
                customerName,
                opportunityId,
                status,
                quoteDate,
                validUntil,
                currency,
                subtotal,
                discountAmount,
                shippingAmount,
                taxAmount,
                total,
                currentVersionNumber,
                acceptedVersionNumber,
                acceptedAt,
                orderId);
    }
}
