package io.renoz.orders.payment;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.orders.OrderSettings;
import io.renoz.orders.Together;
import io.renoz.orders.api.CreditSource;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentMethod;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.payment.PaymentResource.View;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Till till = new Till();

    private OrderView order(UUID id) {
        return till.yard.read(id);
    }

    @Test
    @DisplayName("ORD-19: pending, partial and paid follow the balance; paid_at is when it reached zero")
    void followsTheBalance() {
        UUID order = till.yard.owing("100.00");
        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.PENDING);

        till.pay(order, "40.00");
        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.PARTIAL);
        assertThat(order(order).paidAt()).isNull();
        till.pay(order, "60.00");

        OrderView paid = order(order);
        assertThat(paid.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(paid.balanceDue()).isEqualByComparingTo("0");
        assertThat(paid.paidAt()).isEqualTo(till.yard.around.clock.instant());
    }

    @Test
    @DisplayName("ORD-20: takes money for open orders only, not more than is due, not of days to come or closed ones")
    void refusesWhatIsNotDue() {
        UUID draft = till.yard.order(OrderStatus.DRAFT);
        till.yard.owe(draft, "100.00");
        UUID cancelled = till.yard.order(OrderStatus.CANCELLED);
        UUID order = till.yard.owing("100.00");
        till.yard.around.set(OrderSettings.PERIOD_LOCK_DATE, "2026-02-28");

        Problem refused = refusal(() -> till.pay(draft, "10.00"));
        assertThat(refused.slug()).isEqualTo("invalid-state");
        assertThat(refused.members()).containsEntry("status", "draft");
        assertRefused(() -> till.pay(cancelled, "10.00")).isEqualTo("invalid-state");
        assertRefused(() -> till.pay(order, "100.01")).isEqualTo("payment-exceeds-balance");
        assertInvalid(() -> till.pay(order, "10.00", "2026-03-03")).isEqualTo("/paymentDate");
        assertRefused(() -> till.pay(order, "10.00", "2026-02-28")).isEqualTo("period-locked");
        assertInvalid(() -> till.pay(UUID.randomUUID(), "10.00")).isEqualTo("/orderId");
        assertInvalid(() -> till.yard.organization.call(() -> till.ledger.recordPayment(
                        order, NewPayment.of(new BigDecimal("0.001"), PaymentMethod.CASH, TODAY), "k")))
                .isEqualTo("/amount");
        assertThat(order(order).paidAmount()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("ORD-20: of two payments of 60.00 at once on 100.00 one is refused")
    void takesOnePaymentAfterTheOther() throws Exception {
        UUID order = till.yard.owing("100.00");
        Callable<View> pay = () -> till.pay(order, "60.00");

        List<View> taken = Together.run(List.of(pay, pay));

        assertThat(taken).hasSize(1);
        assertThat(order(order).balanceDue()).isEqualByComparingTo("40.00");
    }

    @Test
    @DisplayName("ORD-20: a provider's payment is recorded once, and so is one with the same key")
    void recordsAPaymentOnce() {
        UUID order = till.yard.owing("100.00");
        var stripe = new NewPayment(
                new BigDecimal("30.00"), PaymentMethod.STRIPE, TODAY, null, null, "stripe", "pi_1", null);

        UUID first = till.yard.organization.call(() -> till.ledger.recordPayment(order, stripe, "a"));
        UUID again = till.yard.organization.call(() -> till.ledger.recordPayment(order, stripe, "b"));
        UUID cash = till.yard.organization.call(() -> till.ledger.recordPayment(
                order, NewPayment.of(new BigDecimal("5.00"), PaymentMethod.CASH, TODAY), "c"));
        UUID same = till.yard.organization.call(() -> till.ledger.recordPayment(
                order, NewPayment.of(new BigDecimal("5.00"), PaymentMethod.CASH, TODAY), "c"));

        assertThat(again).isEqualTo(first);
        assertThat(same).isEqualTo(cash);
        assertThat(order(order).paidAmount()).isEqualByComparingTo("35.00");
        assertRefused(() -> till.yard.organization.call(() -> till.ledger.recordPayment(
                        order, NewPayment.of(new BigDecimal("6.00"), PaymentMethod.CASH, TODAY), "c")))
                .isEqualTo("duplicate-value");
    }

    @Test
    @DisplayName("ORD-21: refunds never exceed their payment, and open the balance again")
    void givesBackNoMoreThanCame() {
        UUID order = till.yard.owing("100.00");
        View payment = till.pay(order, "100.00");

        View refund = till.refund(payment.id(), "70.00");

        assertThat(refund.isRefund()).isTrue();
        assertThat(refund.relatedPaymentId()).isEqualTo(payment.id());
        assertThat(order(order).paidAt()).isNull();
        assertThat(order(order).balanceDue()).isEqualByComparingTo("70.00");
        Problem refused = refusal(() -> till.refund(payment.id(), "30.01"));
        assertThat(refused.slug()).isEqualTo("refund-exceeds-payment");
        assertThat((BigDecimal) refused.members().get("refundable")).isEqualByComparingTo("30.00");
        till.refund(payment.id(), null);
        assertRefused(() -> till.refund(payment.id(), null)).isEqualTo("refund-exceeds-payment");
        assertRefused(() -> till.refund(refund.id(), "1.00")).isEqualTo("invalid-state");
    }

    @Test
    @DisplayName("ORD-21: a void takes a payment out once, not while a refund of it stands, not in a closed period")
    void takesErrorsOut() {
        UUID order = till.yard.owing("100.00");
        View payment = till.pay(order, "100.00", "2026-03-01");
        View refund = till.refund(payment.id(), "10.00");

        assertRefused(() -> till.cancel(payment.id())).isEqualTo("refund-exists");
        till.cancel(refund.id());
        till.yard.around.set(OrderSettings.PERIOD_LOCK_DATE, "2026-03-01");
        assertRefused(() -> till.cancel(payment.id())).isEqualTo("period-locked");
        till.yard.around.set(OrderSettings.PERIOD_LOCK_DATE, "");
        View voided = till.cancel(payment.id());

        assertThat(voided.voidReason()).isEqualTo("Wrong order");
        assertThat(order(order).paidAmount()).isEqualByComparingTo("0");
        assertThat(order(order).paidAt()).isNull();
        assertRefused(() -> till.cancel(payment.id())).isEqualTo("already-voided");
        assertRefused(() -> till.refund(payment.id(), "1.00")).isEqualTo("already-voided");
        assertThat(till.yard.told(payment.id())).containsExactly("orders.payment.recorded", "orders.payment.voided");
    }

    private void credit(UUID order, UUID customer, UUID source, String amount) {
        till.yard.organization.run(() -> till.ledger.applyCredit(
                order, customer, CreditSource.CREDIT_NOTE, source, "CN-1", new BigDecimal(amount), TODAY));
    }

    @Test
    @DisplayName("ORD-21: a credit has effect once a source, for the customer's own open orders, up to the balance")
    void takesCredits() {
        UUID order = till.yard.owing("100.00");
        UUID customer = till.yard.customer;
        UUID source = UUID.randomUUID();

        credit(order, customer, source, "25.00");
        credit(order, customer, source, "25.00");

        assertThat(order(order).creditedAmount()).isEqualByComparingTo("25.00");
        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.PARTIAL);
        assertRefused(() -> credit(order, customer, UUID.randomUUID(), "75.01")).isEqualTo("payment-exceeds-balance");
        assertRefused(() -> credit(order, UUID.randomUUID(), UUID.randomUUID(), "1.00"))
                .isEqualTo("customer-mismatch");
        UUID draft = till.yard.order(OrderStatus.DRAFT);
        assertRefused(() -> credit(draft, customer, UUID.randomUUID(), "1.00")).isEqualTo("invalid-state");

        till.yard.organization.run(() -> till.ledger.releaseCredit(CreditSource.CREDIT_NOTE, source));
        till.yard.organization.run(() -> till.ledger.releaseCredit(CreditSource.CREDIT_NOTE, source));

        assertThat(order(order).balanceDue()).isEqualByComparingTo("100.00");
    }

    @Test
    @DisplayName("ORD-19: refunded once all money went back and the rest was credited")
    void isRefundedWhenNothingIsLeft() {
        UUID order = till.yard.owing("100.00");
        View payment = till.pay(order, "100.00");
        till.refund(payment.id(), null);
        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.PENDING);

        credit(order, till.yard.customer, UUID.randomUUID(), "100.00");

        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    @DisplayName("ORD-19: overdue from the day after the due date, whatever was paid in part")
    void isOverdueTheDayAfter() {
        UUID order = till.yard.owing("100.00");
        till.yard.organization.run(() -> till.ledger.setDueDate(order, TODAY));
        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.PENDING);

        till.yard.around.clock.forward(Duration.ofDays(1));
        till.pay(order, "10.00");

        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.OVERDUE);
        till.yard.organization.run(() -> till.ledger.setDueDate(order, TODAY.plusDays(5)));
        assertThat(order(order).paymentStatus()).isEqualTo(PaymentStatus.PARTIAL);
    }
}
