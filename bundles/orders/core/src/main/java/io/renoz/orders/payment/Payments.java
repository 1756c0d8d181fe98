package io.renoz.orders.payment;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.OrderSequences;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.order.Order;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-20, ORD-21: records payments, gives them back and takes errors out, each with the order's row locked. */
@Component(service = Payments.class)
public final class Payments {

    private final Tables tables;
    private final Books books;
    private final Dates dates;
    private final OrderSequences sequences;
    private final EventPublisher events;

    @Activate
    public Payments(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Books books,
            @Reference Dates dates,
            @Reference OrderSequences sequences,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.books = books;
        this.dates = dates;
        this.sequences = sequences;
        this.events = events;
    }

    /**
     * ORD-20: money received. The same key, or the same payment of a provider, gives the first one back.
     *
     * @throws Problem {@code not-found}, {@code invalid-state}, {@code payment-exceeds-balance}, {@code period-locked},
     *     {@code validation-failed}; {@code duplicate-value} when the provider's payment was recorded as another one
     */
    OrderPayment record(UUID orderId, NewPayment asked, @Nullable String key) {
        Order order = books.lock(orderId);
        Optional<OrderPayment> known = known(asked, key);
        if (known.isPresent()) {
            return same(known.get(), orderId, asked);
        }
        Books.requireOpen(order);
        Books.requireAmount("amount", asked.amount());
        dates.requireBookable("paymentDate", asked.date());
        Books.requireDue(order, asked.amount());
        OrderPayment payment = tables.add(made(orderId, asked, key));
        books.settle(order);
        events.publish(MoneyEvents.payment("recorded", payment, order));
        return payment;
    }

    private OrderPayment made(UUID orderId, NewPayment asked, @Nullable String key) {
        var payment = new OrderPayment();
        payment.orderId = orderId;
        payment.paymentNumber = sequences.payment(asked.date());
        payment.amount = asked.amount();
        payment.paymentMethod = asked.method();
        payment.paymentDate = asked.date();
        payment.reference = asked.reference();
        payment.notes = asked.notes();
        payment.recordedBy = Call.user().orElse(null);
        payment.provider = asked.provider();
        payment.providerPaymentId = asked.providerPaymentId();
        payment.surchargeAmount = Objects.requireNonNullElse(asked.surchargeAmount(), BigDecimal.ZERO);
        payment.clientKey = key;
        if ((payment.provider == null) != (payment.providerPaymentId == null)) {
            throw Problem.invalid("providerPaymentId", "A provider is given together with the id of its payment.");
        }
        if (payment.surchargeAmount.signum() < 0) {
            throw Problem.invalid("surchargeAmount", "A surcharge is not negative.");
        }
        return payment;
    }

    private Optional<OrderPayment> known(NewPayment asked, @Nullable String key) {
        Optional<OrderPayment> byKey =
                key == null ? Optional.empty() : tables.findBy(OrderPayment.class, "clientKey", key);
        return byKey.isPresent() || asked.providerPaymentId() == null || asked.provider() == null
                ? byKey
                : tables.entities()
                        .createQuery(
                                "select p from OrderPayment p where p.provider = :provider"
                                        + " and p.providerPaymentId = :payment",
                                OrderPayment.class)
                        .setParameter("provider", asked.provider())
                        .setParameter("payment", asked.providerPaymentId())
                        .getResultStream()
                        .findFirst();
    }

    private static OrderPayment same(OrderPayment known, UUID orderId, NewPayment asked) {
        if (!known.orderId.equals(orderId) || known.amount.compareTo(asked.amount()) != 0) {
            throw Problem.of(
                            "duplicate-value",
                            "This was recorded before, as " + known.paymentNumber + ", with another order or amount.")
                    .with("paymentId", known.id());
        }
        return known;
    }

    /** What is given back: all that is left when the amount is null, today when the day is. */
    record Return(
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable LocalDate day,
            @Nullable String reference) {}

    /**
     * ORD-21: gives back a part or all of a payment.
     *
     * @throws Problem {@code not-found}, {@code already-voided}, {@code invalid-state} for a refund, {@code
     *     refund-exceeds-payment}, {@code period-locked}
     */
    OrderPayment refund(UUID paymentId, Return asked) {
        Order order = books.lock(orderOf(paymentId));
        OrderPayment payment = tables.require(OrderPayment.class, paymentId);
        if (!payment.live()) {
            throw Problem.of("already-voided", "Payment " + payment.paymentNumber + " was voided.");
        }
        if (payment.isRefund) {
            throw Problem.of("invalid-state", payment.paymentNumber + " is a refund itself.");
        }
        BigDecimal left = payment.amount.subtract(refunded(paymentId));
        BigDecimal back = asked.amount == null ? left : asked.amount;
        if (back.compareTo(left) > 0 || left.signum() == 0) {
            throw Problem.of(
                            "refund-exceeds-payment",
                            "Of " + payment.paymentNumber + " no more than " + left.toPlainString()
                                    + " can be given back.")
                    .with("refundable", left);
        }
        Books.requireAmount("amount", back);
        LocalDate day = asked.day == null ? dates.today() : asked.day;
        dates.requireBookable("paymentDate", day);
        if (day.isBefore(payment.paymentDate)) {
            throw Problem.invalid("paymentDate", "Money does not go back before it came.");
        }
        OrderPayment refund = payment.refund(
                back, sequences.payment(day), day, asked.reason, Call.user().orElse(null));
        refund.reference = asked.reference;
        tables.add(refund);
        books.settle(order);
        events.publish(MoneyEvents.payment("refunded", refund, order));
        return refund;
    }

    /**
     * ORD-21: takes out what was recorded in error.
     *
     * @throws Problem {@code not-found}, {@code already-voided}, {@code refund-exists}, {@code period-locked}
     */
    OrderPayment cancel(UUID paymentId, String reason) {
        Order order = books.lock(orderOf(paymentId));
        OrderPayment payment = tables.require(OrderPayment.class, paymentId);
        if (payment.live() && refunded(paymentId).signum() > 0) {
            throw Problem.of(
                    "refund-exists", "Some of " + payment.paymentNumber + " was given back; void the refund first.");
        }
        payment.cancel(reason, dates.now(), Call.user().orElse(null));
        dates.requireOpen(payment.paymentDate);
        books.settle(order);
        events.publish(MoneyEvents.payment("voided", payment, order));
        return payment;
    }

    private UUID orderOf(UUID paymentId) {
        return tables.entities()
                .createQuery("select p.orderId from OrderPayment p where p.id = :id", UUID.class)
                .setParameter("id", paymentId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("payment"));
    }

    private BigDecimal refunded(UUID paymentId) {
        BigDecimal sum = tables.entities()
                .createQuery(
                        "select sum(p.amount) from OrderPayment p where p.relatedPaymentId = :id and p.voidedAt is null",
                        BigDecimal.class)
                .setParameter("id", paymentId)
                .getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
