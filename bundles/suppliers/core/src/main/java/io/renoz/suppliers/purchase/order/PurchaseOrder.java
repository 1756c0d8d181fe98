package io.renoz.suppliers.purchase.order;

import static io.renoz.suppliers.api.PurchaseOrderStatus.APPROVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.CANCELLED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.CLOSED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.DRAFT;
import static io.renoz.suppliers.api.PurchaseOrderStatus.ORDERED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PARTIAL_RECEIVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PENDING_APPROVAL;
import static io.renoz.suppliers.api.PurchaseOrderStatus.RECEIVED;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** An order to a supplier. Its row stays when a draft is deleted, since its number is never given again. */
@Entity
@Table(schema = "suppliers", name = "purchase_orders")
@Audited(type = "purchase_order", name = "poNumber", parent = "supplierId", parentType = "supplier")
public class PurchaseOrder extends KeptRecord {

    private static final int MOST_NOTES = 5000;

    @Searchable
    String poNumber;

    UUID supplierId;

    @Searchable
    String supplierName;

    PurchaseOrderStatus status = DRAFT;

    /** Today where the caller says none. */
    @Nullable
    LocalDate orderDate;

    protected @Nullable LocalDate requiredDate;
    protected @Nullable LocalDate expectedDeliveryDate;
    protected @Nullable LocalDate actualDeliveryDate;
    protected @Nullable UUID shipToLocationId;
    protected @Nullable String shipToName;
    protected @Nullable String shipToStreet1;
    protected @Nullable String shipToStreet2;
    protected @Nullable String shipToCity;
    protected @Nullable String shipToState;
    protected @Nullable String shipToPostcode;
    protected @Nullable String shipToCountry;
    boolean isDropShip;
    protected @Nullable UUID dropShipOrderId;
    protected @Nullable UUID jobId;

    /** The supplier's where the caller says none. */
    @Nullable
    String currency;

    protected @Nullable BigDecimal exchangeRate;
    protected @Nullable LocalDate exchangeDate;
    boolean pricesIncludeTax;
    BigDecimal subtotal = BigDecimal.ZERO.setScale(2);
    BigDecimal discountAmount = BigDecimal.ZERO.setScale(2);
    BigDecimal taxAmount = BigDecimal.ZERO.setScale(2);
    BigDecimal shippingAmount = BigDecimal.ZERO.setScale(2);
    BigDecimal totalAmount = BigDecimal.ZERO.setScale(2);
    BigDecimal totalAmountBase = BigDecimal.ZERO.setScale(2);

    /** The supplier's where the caller says none. */
    @Nullable
    PaymentTerms paymentTerms;

    protected @Nullable LocalDate paymentDueDate;
    protected @Nullable UUID priceAgreementId;
    protected @Nullable UUID submittedBy;
    protected @Nullable Instant submittedAt;
    protected @Nullable UUID approvedBy;
    protected @Nullable Instant approvedAt;
    protected @Nullable String approvalNotes;
    protected @Nullable UUID orderedBy;
    protected @Nullable Instant orderedAt;
    protected @Nullable String sentToEmail;
    protected @Nullable Instant acknowledgedAt;

    @Searchable
    protected @Nullable String supplierReference;

    @Searchable
    protected @Nullable String internalReference;

    protected @Nullable String supplierInvoiceNumber;
    protected @Nullable LocalDate supplierInvoiceDate;
    protected @Nullable BigDecimal supplierInvoiceAmount;
    InvoiceMatchStatus invoiceMatchStatus = InvoiceMatchStatus.NOT_RECEIVED;
    protected @Nullable UUID closedBy;
    protected @Nullable Instant closedAt;
    protected @Nullable String closedReason;
    protected @Nullable UUID cancelledBy;
    protected @Nullable Instant cancelledAt;
    protected @Nullable String cancellationReason;
    int revision;
    protected @Nullable String notes;
    protected @Nullable String internalNotes;
    protected @Nullable Json metadata;

    @Transient
    @Parts("purchaseOrderId")
    List<PurchaseOrderItem> items = new ArrayList<>();

    /** The greatest number that a line had. */
    @Transient
    private int lastLine;

    /** What people should look at once more; said in the answer, never stored. */
    @Transient
    final List<String> remarks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected PurchaseOrder() {}

    /**
     * SUP-01, SUP-02: computes all amounts anew.
     *
     * @throws Problem {@code validation-failed} for a discount above what the lines come to, and for amounts too large to keep
     */
    void total(BigDecimal freightRate) {
        PurchaseTotals totals = totals(freightRate);
        if (discountAmount.compareTo(totals.subtotal()) > 0) {
            throw Problem.invalid("discountAmount", "The discount is more than the lines come to.");
        }
        totals.requireKeepable(rate().orElse(BigDecimal.ONE));
        List<PurchaseOrderItem> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).take(totals.lines().get(i));
        }
        subtotal = totals.subtotal();
        taxAmount = totals.tax();
        totalAmount = totals.total();
        totalAmountBase = PurchaseTotals.base(totalAmount, rate().orElse(BigDecimal.ZERO));
    }

    PurchaseTotals totals(BigDecimal freightRate) {
        return PurchaseTotals.of(
                lines().stream().map(PurchaseOrderItem::priced).toList(),
                new PurchaseTotals.Terms(pricesIncludeTax, discountAmount, shippingAmount, freightRate));
    }

    /** The lines by their numbers. */
    public List<PurchaseOrderItem> lines() {
        return items.stream()
                .sorted(Comparator.comparingInt(item -> item.lineNumber))
                .toList();
    }

    /** The number of the next line; that of one that is just going is not given again. */
    int nextLine() {
        lastLine = items.stream().mapToInt(item -> item.lineNumber).reduce(lastLine, Math::max);
        return lastLine + 1;
    }

    /** What one unit of the order's currency is worth in the organization's; 1 when they are the same. */
    public Optional<BigDecimal> rate() {
        return Optional.ofNullable(exchangeRate);
    }

    /**
     * SUP-02: the same, where nothing goes on without it.
     *
     * @throws Problem {@code exchange-rate-missing}
     */
    public BigDecimal requireRate() {
        return rate().orElseThrow(() -> Problem.of(
                        "exchange-rate-missing", "The order is in " + currency + " and has no exchange rate.")
                .with(List.of(new Problem.FieldError("/exchangeRate", "A rate is needed."))));
    }

    /** SUP-03: only a draft is edited at will. */
    void requireDraft() {
        if (status != DRAFT) {
            throw Problem.of("invalid-state", "Only a draft can be edited or deleted.")
                    .with("status", Coded.of(status));
        }
    }

    /** Refuses an act that belongs to other states. */
    public void require(String act, PurchaseOrderStatus... allowed) {
        OrderLifeCycle.require(status, act, allowed);
    }

    private void become(PurchaseOrderStatus next) {
        OrderLifeCycle.check(status, next);
        status = next;
    }

    /** Somebody has to approve it, unless {@code atOnce}. */
    public void submit(Instant at, boolean atOnce) {
        become(atOnce ? APPROVED : PENDING_APPROVAL);
        submittedBy = Call.user().orElse(null);
        submittedAt = at;
        approvalNotes = null;
    }

    public void approve(UUID by, Instant at, @Nullable String comments) {
        OrderLifeCycle.require(status, "approved", PENDING_APPROVAL);
        become(APPROVED);
        approvedBy = by;
        approvedAt = at;
        approvalNotes = comments == null ? null : comments.substring(0, Math.min(comments.length(), 1000));
    }

    /** SUP-08: rejected, withdrawn or reopened: approvals lapse. */
    public void backToDraft(String act, PurchaseOrderStatus from) {
        OrderLifeCycle.require(status, act, from);
        become(DRAFT);
        approvedBy = null;
        approvedAt = null;
    }

    /** It goes to the supplier. */
    public void order(Instant at) {
        OrderLifeCycle.require(status, "sent", APPROVED);
        become(ORDERED);
        orderedBy = Call.user().orElse(null);
        orderedAt = at;
    }

    /**
     * SUP-20.
     *
     * @throws Problem {@code goods-received}, {@code invalid-transition}
     */
    public void cancel(String reason, Instant at) {
        if (status == PARTIAL_RECEIVED || status == RECEIVED) {
            throw Problem.of("goods-received", "Goods were received; only what is left can be cancelled.")
                    .with("from", Coded.of(status));
        }
        become(CANCELLED);
        cancelledBy = Call.user().orElse(null);
        cancelledAt = at;
        cancellationReason = reason;
    }

    /** SUP-20: what was not delivered is given up. */
    public void cancelRemaining() {
        OrderLifeCycle.require(status, "cut short", ORDERED, PARTIAL_RECEIVED);
        items.forEach(PurchaseOrderItem::cancelPending);
        settle();
    }

    /** SUP-12: where it stands after goods came, went back, or were given up. */
    public void settle() {
        PurchaseOrderStatus now = RECEIVED;
        if (items.stream().anyMatch(item -> item.quantityPending().signum() > 0)) {
            now = items.stream().anyMatch(item -> item.quantityReceived.signum() > 0) ? PARTIAL_RECEIVED : ORDERED;
        }
        if (now != status) {
            become(now);
        }
        touch();
    }

    /** SUP-12: the day of the last receipt. */
    public void delivered(LocalDate day) {
        actualDeliveryDate = PurchaseOrderItem.later(actualDeliveryDate, day);
    }

    /** Nothing came yet. */
    public void undelivered() {
        actualDeliveryDate = null;
    }

    /**
     * SUP-19.
     *
     * @throws Problem {@code invalid-transition}, {@code invoice-unmatched}
     */
    public void close(@Nullable String reason, Instant at) {
        OrderLifeCycle.check(status, CLOSED);
        if (!invoiceMatchStatus.settled()) {
            throw Problem.of("invoice-unmatched", "The supplier's invoice neither matches nor was accepted.")
                    .with("invoiceMatchStatus", Coded.of(invoiceMatchStatus));
        }
        become(CLOSED);
        closedBy = Call.user().orElse(null);
        closedAt = closedBy == null ? null : at;
        closedReason = reason;
    }

    /** SUP-19: the supplier's invoice came. */
    public void invoiced(String number, LocalDate date, BigDecimal amount, InvoiceMatchStatus match) {
        supplierInvoiceNumber = number;
        supplierInvoiceDate = date;
        supplierInvoiceAmount = amount;
        invoiceMatchStatus = match;
    }

    public void rematch(InvoiceMatchStatus match) {
        invoiceMatchStatus = match;
    }

    /** Why a variance was accepted. */
    public void remember(@Nullable String reason) {
        if (reason != null) {
            String said = (internalNotes == null ? "" : internalNotes + "\n") + "Invoice accepted: " + reason;
            internalNotes = said.substring(Math.max(0, said.length() - MOST_NOTES));
        }
    }

    /** What people should look at once more, in sentences. */
    public List<String> warnings() {
        return List.copyOf(remarks);
    }

    public String number() {
        return poNumber;
    }

    /** As printed: {@code PO-2026-00001 rev 2}. */
    public String printedNumber() {
        return revision == 0 ? poNumber : poNumber + " rev " + revision;
    }

    public UUID supplierId() {
        return supplierId;
    }

    public String supplierName() {
        return supplierName;
    }

    public PurchaseOrderStatus status() {
        return status;
    }

    public String currency() {
        return String.valueOf(currency);
    }

    public BigDecimal totalBase() {
        return totalAmountBase;
    }

    public BigDecimal total() {
        return totalAmount;
    }

    /** The day it was written, which every order has that is complete. */
    LocalDate day() {
        return Objects.requireNonNull(orderDate);
    }

    /** When it was sent; until then, when it was begun. */
    Instant written() {
        return orderedAt == null ? Objects.requireNonNull(createdAt()) : orderedAt;
    }

    /** Who wrote it. */
    public @Nullable UUID writtenBy() {
        return createdBy();
    }

    public @Nullable BigDecimal invoiceAmount() {
        return supplierInvoiceAmount;
    }

    public InvoiceMatchStatus invoiceMatch() {
        return invoiceMatchStatus;
    }

    public @Nullable UUID submittedBy() {
        return submittedBy;
    }

    public @Nullable UUID shipToLocationId() {
        return shipToLocationId;
    }

    public boolean isDropShip() {
        return isDropShip;
    }
}
