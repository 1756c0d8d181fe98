package io.renoz.orders.order;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.orders.api.TaxType;
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
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A sale and its invoice of record. Drafts are kept when they are deleted, so that a number once given stays explainable. */
@Entity
@Table(schema = "orders", name = "orders")
@Audited(type = "order", name = "orderNumber", customer = "customerId")
@Emits(
        type = "order",
        on = {Emits.Kind.CREATED, Emits.Kind.UPDATED})
public class Order extends KeptRecord {

    @Searchable
    String orderNumber;

    UUID customerId;

    @Searchable
    String customerName;

    @Nullable
    String customerTaxId;

    @Nullable
    UUID contactId;

    @Searchable
    @Nullable
    String customerPoNumber;

    @Nullable
    LocalDate customerPoDate;

    OrderStatus status = OrderStatus.DRAFT;
    PaymentStatus paymentStatus = PaymentStatus.PENDING;
    InvoiceStatus invoiceStatus = InvoiceStatus.DRAFT;
    OrderSource source = OrderSource.STAFF;
    OrderPriority priority = OrderPriority.NORMAL;

    @Nullable
    UUID assignedTo;

    @Nullable
    UUID quoteId;

    @Nullable
    UUID opportunityId;

    @Nullable
    UUID templateId;

    /** The day it was drafted where the caller says none. */
    LocalDate orderDate;

    @Nullable
    LocalDate requiredDate;

    @Nullable
    LocalDate promisedDate;

    /** The customer's where the caller says none. */
    Integer paymentTermsDays;

    @Nullable
    LocalDate dueDate;

    @Nullable
    LocalDate shippedDate;

    @Nullable
    LocalDate deliveredDate;

    String currency;
    BigDecimal subtotal = BigDecimal.ZERO;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal discountFixed;

    BigDecimal discountAmount = BigDecimal.ZERO;
    BigDecimal shippingAmount = BigDecimal.ZERO;
    TaxType shippingTaxType = TaxType.GST;
    BigDecimal shippingTaxRate = BigDecimal.ZERO;
    BigDecimal taxAmount = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal paidAmount = BigDecimal.ZERO;
    BigDecimal creditedAmount = BigDecimal.ZERO;
    BigDecimal balanceDue = BigDecimal.ZERO;

    @Nullable
    Instant paidAt;

    @Searchable
    @Nullable
    String invoiceNumber;

    @Nullable
    LocalDate invoiceDate;

    int invoiceRevision;

    @Nullable
    LocalDate invoiceScheduledFor;

    @Nullable
    Instant invoiceSentAt;

    @Nullable
    Instant invoiceViewedAt;

    @Nullable
    Instant invoiceReminderSentAt;

    @Nullable
    Instant confirmedAt;

    @Nullable
    UUID confirmedBy;

    @Nullable
    UUID creditOverrideBy;

    @Nullable
    String creditOverrideReason;

    @Nullable
    Instant cancelledAt;

    @Nullable
    UUID cancelledBy;

    @Nullable
    String cancelReason;

    @Nullable
    String internalNotes;

    @Nullable
    String customerNotes;

    @Nullable
    String deliveryInstructions;

    @Nullable
    String terms;

    @Nullable
    String clientRequestId;

    /** Tells a repeat of a request from another one with the same key. */
    @Nullable
    String clientRequestDigest;

    @Searchable
    @Nullable
    String externalRef;

    @Nullable
    Json metadata;

    /** Whether amounts that a caller sends have to be right. */
    @Transient
    @Nullable
    Boolean strictTotals;

    /** Whether the tax on freight was brought along rather than found. */
    @Transient
    boolean shippingRateGiven;

    /** What may stand in the way of confirming it; null when nobody has looked. */
    @Transient
    @Nullable
    List<OrderView.Warning> warnings;

    /** As it was read. */
    @Transient
    private @Nullable Stored stored;

    private record Stored(TaxType shippingTaxType, LocalDate orderDate) {}

    @Transient
    @Parts("orderId")
    List<OrderLine> lines = new ArrayList<>();

    @Transient
    @Parts("orderId")
    List<OrderAddress> addresses = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Order() {}

    @PostLoad
    void loaded() {
        stored = new Stored(shippingTaxType, orderDate);
    }

    /** Whether freight is taxed as it was. */
    boolean keepsShippingTax() {
        return stored != null && stored.shippingTaxType == shippingTaxType && keepsDay();
    }

    /** Whether it is of the day it was of. */
    boolean keepsDay() {
        return stored != null && stored.orderDate.equals(orderDate);
    }

    // What it says

    public String orderNumber() {
        return orderNumber;
    }

    public UUID customerId() {
        return customerId;
    }

    public OrderStatus status() {
        return status;
    }

    public PaymentStatus paymentStatus() {
        return paymentStatus;
    }

    public InvoiceStatus invoiceStatus() {
        return invoiceStatus;
    }

    public BigDecimal total() {
        return total;
    }

    public BigDecimal paidAmount() {
        return paidAmount;
    }

    public BigDecimal balanceDue() {
        return balanceDue;
    }

    public Optional<String> invoiceNumber() {
        return Optional.ofNullable(invoiceNumber);
    }

    public Optional<LocalDate> invoiceDate() {
        return Optional.ofNullable(invoiceDate);
    }

    public Optional<LocalDate> dueDate() {
        return Optional.ofNullable(dueDate);
    }

    public Optional<LocalDate> invoiceScheduledFor() {
        return Optional.ofNullable(invoiceScheduledFor);
    }

    /** 0 as first issued, then 1 more with every change of what was invoiced. */
    public int invoiceRevision() {
        return invoiceRevision;
    }

    public Optional<String> deliveryInstructions() {
        return Optional.ofNullable(deliveryInstructions);
    }

    public String customerName() {
        return customerName;
    }

    public Optional<String> externalRef() {
        return Optional.ofNullable(externalRef);
    }

    public boolean issued() {
        return invoiceNumber != null;
    }

    /** Its lines by their number. */
    public List<OrderLine> lines() {
        return lines.stream()
                .sorted(Comparator.comparing(OrderLine::lineNumber))
                .toList();
    }

    public Optional<OrderLine> line(UUID id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    public Optional<OrderAddress> address(OrderAddressType type) {
        return addresses.stream().filter(address -> address.type() == type).findFirst();
    }

    // What may be done with it

    /** Refuses an act for which it is not in the right state, with {@code invalid-transition}. */
    public void requireStatus(OrderStatus to, OrderStatus... from) {
        States.require(status, to, from);
    }

    /** Refuses an act that needs an order past draft and not cancelled, with {@code invalid-transition}. */
    public void requireOpen(String act) {
        States.requireOpen(status, act);
    }

    /** Somebody else is in charge of it. */
    public void assign(UUID user) {
        assignedTo = user;
    }

    /** The template it was made from. */
    public void madeFrom(UUID template) {
        templateId = template;
    }

    /** When it was written down. */
    public Instant drafted() {
        return Objects.requireNonNull(createdAt());
    }

    /** Given up for good. */
    public void cancel(@Nullable UUID by, Instant at, String reason) {
        status = OrderStatus.CANCELLED;
        cancelledBy = by;
        cancelledAt = at;
        cancelReason = reason;
        touch();
    }

    /** Past draft and not cancelled. */
    public boolean open() {
        return States.open(status);
    }

    /** The invoice of record from now on. */
    public void issue(String number, LocalDate date, LocalDate due) {
        invoiceNumber = number;
        invoiceDate = date;
        dueDate = due;
        invoiceScheduledFor = null;
    }

    /** Due date of an invoice of that date: what was set by hand, else after the terms. */
    public LocalDate dueAfter(LocalDate invoiced) {
        return dueDate == null ? invoiced.plusDays(paymentTermsDays) : dueDate;
    }

    /** To be issued on a coming day; null to be issued by hand. */
    public void scheduleInvoice(@Nullable LocalDate day) {
        invoiceScheduledFor = day;
        invoiceStatus = day == null ? InvoiceStatus.DRAFT : InvoiceStatus.SCHEDULED;
    }

    public void invoiceSent(Instant at) {
        invoiceSentAt = at;
    }

    public void reminded(Instant at) {
        invoiceReminderSentAt = at;
    }

    public void dueOn(LocalDate day) {
        dueDate = day;
    }

    /** Says that the issued invoice looks different from now on; returns its new revision. */
    public int reviseInvoice() {
        return ++invoiceRevision;
    }
}
