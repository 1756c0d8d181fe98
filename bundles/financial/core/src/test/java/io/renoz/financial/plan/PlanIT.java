package io.renoz.financial.plan;

import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.Together;
import io.renoz.financial.Wire;
import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.api.PlanSpec;
import io.renoz.financial.plan.InstalmentResource.Pay;
import io.renoz.orders.api.PaymentMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanIT {

    private final Office office = new Office();
    private final UUID customer = office.sales.customer("Acme");

    private PlanView plan(UUID order, String json) {
        return office.in(() -> office.plan.create(order, Wire.read(json, PlanInput.class)));
    }

    private PlanView read(UUID order) {
        return office.organization.read(() -> office.plan.get(order));
    }

    private static List<String> amounts(PlanView plan) {
        return plan.installments().stream()
                .map(part -> part.amount().toPlainString())
                .toList();
    }

    private static List<InstallmentStatus> states(PlanView plan) {
        return plan.installments().stream().map(PlanView.Part::status).toList();
    }

    private InstalmentResource.View pay(UUID instalment, @Nullable String amount) {
        return office.in(() -> office.instalments.pay(
                instalment,
                new Pay(amount == null ? null : new BigDecimal(amount), PaymentMethod.CASH, null, "Receipt 1", null)));
    }

    @Test
    @DisplayName("FIN-08, FIN-09: halves are due at order date and terms, then 30 days on, tax shared by amount")
    void makesHalves() {
        Sold order = office.sales.taxed(customer, "100.01");

        PlanView plan = plan(order.id(), "{\"planType\":\"fifty_fifty\"}");

        LocalDate first = office.today().plusDays(30);
        assertThat(amounts(plan)).containsExactly("55.01", "55.00");
        assertThat(plan.taxAmount()).isEqualByComparingTo("10.00");
        assertThat(plan.installments()).extracting(PlanView.Part::dueDate).containsExactly(first, first.plusDays(30));
        assertThat(plan.installments())
                .extracting(PlanView.Part::description)
                .containsExactly("Deposit", "Final payment");
        assertThat(office.order(order.id()).dueDate()).isEqualTo(first);
        assertThat(office.told(order.id())).contains("financial.payment-plan.created");
    }

    @Test
    @DisplayName("FIN-09: an instalment with a trigger gets its date when that happens")
    void datesTriggers() {
        Sold order = office.sales.of(customer, "100.00");
        PlanView plan = plan(order.id(), """
                {"planType":"custom","installments":[
                 {"dueTrigger":"on_confirmation","amount":30},
                 {"dueTrigger":"on_shipment","offsetDays":5,"amount":30},
                 {"dueTrigger":"on_delivery","offsetDays":7,"amount":40}]}""");
        assertThat(plan.installments().get(1).dueDate()).isNull();
        assertThat(plan.installments().get(0).dueDate()).isNotNull();

        LocalDate today = office.today();
        office.sales.set(order.id(), "shipped_date = ?", today);
        office.tell("orders.shipment.shipped", order.id(), UUID.randomUUID());
        office.sales.set(order.id(), "delivered_date = ?", today.plusDays(2));
        office.tell("orders.order.delivered", order.id(), order.id());

        assertThat(read(order.id()).installments())
                .extracting(PlanView.Part::dueDate)
                .endsWith(today.plusDays(5), today.plusDays(9));
    }

    @Test
    @DisplayName("FIN-10: one plan an order, from draft on, never for cancelled ones")
    void isOne() {
        Sold draft = office.sales.draft(customer, "100.00");
        Sold cancelled = office.sales.of(customer, "100.00");
        office.sales.set(cancelled.id(), "status = 'cancelled', cancelled_at = now()");

        plan(draft.id(), "{}");

        assertRefused(() -> plan(draft.id(), "{}")).isEqualTo("plan-exists");
        assertRefused(() -> plan(cancelled.id(), "{}")).isEqualTo("invalid-state");
        assertRefused(() -> plan(UUID.randomUUID(), "{}")).isEqualTo("not-found");
        assertInvalid(() -> plan(office.sales.draft(customer, "1.00").id(), "{\"planType\":\"monthly\"}"))
                .isEqualTo("/count");
        assertInvalid(() -> plan(
                        office.sales.draft(customer, "1.00").id(),
                        "{\"planType\":\"custom\",\"installments\":[{\"amount\":1}]}"))
                .isEqualTo("/installments/0/dueDate");
    }

    @Test
    @DisplayName("FIN-10: two plans made for one order at once are one plan")
    void isMadeOnce() throws Exception {
        Sold order = office.sales.of(customer, "100.00");

        int made = Together.run(() -> plan(order.id(), "{}"), () -> plan(order.id(), "{}"));

        assertThat(made).isEqualTo(1);
        assertThat(read(order.id()).installments()).hasSize(2);
    }

    @Test
    @DisplayName("FIN-10: while the order is a draft the amounts follow its total in the same proportions")
    void followsADraft() {
        Sold order = office.sales.draft(customer, "100.00");
        Sold custom = office.sales.draft(customer, "100.00");
        plan(order.id(), "{\"planType\":\"thirds\"}");
        plan(custom.id(), """
                {"planType":"custom","installments":[
                 {"dueTrigger":"on_delivery","percent":20},{"dueTrigger":"on_delivery","percent":80}]}""");

        for (Sold one : List.of(order, custom)) {
            office.sales.amend(one.id(), "200.00");
            office.tell("orders.order.updated", one.id(), one.id());
        }

        assertThat(amounts(read(order.id()))).containsExactly("66.00", "66.00", "68.00");
        assertThat(amounts(read(custom.id()))).containsExactly("40.00", "160.00");
    }

    @Test
    @DisplayName(
            "FIN-10: an amendment's difference goes onto the last unpaid instalment, a lowered total takes from the last")
    void followsAmendments() {
        Sold order = office.sales.of(customer, "100.00");
        plan(order.id(), "{}");

        office.sales.amend(order.id(), "130.00");
        office.tell("orders.order.amended", order.id(), order.id());
        assertThat(amounts(read(order.id()))).containsExactly("50.00", "80.00");
        office.sales.amend(order.id(), "40.00");
        office.tell("orders.order.amended", order.id(), order.id());
        office.tell("orders.order.amended", order.id(), order.id());

        assertThat(amounts(read(order.id()))).containsExactly("40.00");
    }

    @Test
    @DisplayName("FIN-10: once all instalments are paid, more is a new one")
    void addsAnInstalment() {
        Sold order = office.sales.of(customer, "100.00");
        PlanView plan = plan(order.id(), "{}");
        plan.installments().forEach(part -> pay(part.id(), null));

        office.sales.amend(order.id(), "130.00");
        office.tell("orders.order.amended", order.id(), order.id());

        assertThat(amounts(read(order.id()))).containsExactly("50.00", "50.00", "30.00");
        assertThat(states(read(order.id())))
                .containsExactly(InstallmentStatus.PAID, InstallmentStatus.PAID, InstallmentStatus.PENDING);
    }

    @Test
    @DisplayName("FIN-10: the order is due when its first unpaid instalment is")
    void setsTheDueDate() {
        Sold order = office.sales.of(customer, "100.00");
        PlanView plan = plan(order.id(), "{\"planType\":\"monthly\",\"count\":2,\"firstDate\":\"2026-03-10\"}");
        assertThat(office.order(order.id()).dueDate()).isEqualTo(LocalDate.of(2026, 3, 10));

        pay(plan.installments().get(0).id(), null);

        assertThat(office.order(order.id()).dueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(read(order.id()).nextDueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
    }

    @Test
    @DisplayName("FIN-11: paying an instalment pays the order, and no more than the instalment needs")
    void paysAnInstalment() {
        Sold order = office.sales.of(customer, "100.00");
        UUID first = plan(order.id(), "{}").installments().get(0).id();

        assertRefused(() -> pay(first, "50.01")).isEqualTo("exceeds-remaining");
        assertThat(pay(first, "20.00").status()).isEqualTo(InstallmentStatus.PENDING);
        InstalmentResource.View paid = pay(first, null);
        assertRefused(() -> pay(first, "1.00")).isEqualTo("already-paid");

        assertThat(paid.status()).isEqualTo(InstallmentStatus.PAID);
        assertThat(paid.paidAt()).isNotNull();
        assertThat(paid.paymentReference()).isEqualTo("Receipt 1");
        assertThat(office.order(order.id()).paidAmount()).isEqualByComparingTo("50.00");
        assertThat(office.organization
                        .read(() -> office.instalmentPayments.list(first, ListQuery.first(10)))
                        .items())
                .hasSize(2);
        assertThat(office.told(first)).contains("financial.installment.paid");
    }

    @Test
    @DisplayName("FIN-11: two payments of the rest at once, one is refused")
    void paysOnce() throws Exception {
        Sold order = office.sales.of(customer, "100.00");
        UUID first = plan(order.id(), "{}").installments().get(0).id();

        int paid = Together.run(() -> pay(first, "50.00"), () -> pay(first, "50.00"));

        assertThat(paid).isEqualTo(1);
        assertThat(office.order(order.id()).paidAmount()).isEqualByComparingTo("50.00");
    }

    @Test
    @DisplayName("FIN-11: a payment on the order pays the oldest instalments when it is told, however often")
    void allocatesPayments() {
        Sold order = office.sales.of(customer, "100.00");
        plan(order.id(), "{}");

        UUID payment = office.pay(order.id(), "70.00");
        office.tell("orders.payment.recorded", order.id(), payment);

        assertThat(read(order.id()).installments())
                .extracting(part -> part.paidAmount().toPlainString())
                .containsExactly("50.00", "20.00");
        assertThat(read(order.id()).openAmount()).isEqualByComparingTo("30.00");
    }

    @Test
    @DisplayName("FIN-11: a refund takes allocations back, newest first, and paid instalments open again")
    void takesBackRefunds() {
        Sold order = office.sales.of(customer, "100.00");
        plan(order.id(), "{}");
        UUID payment = office.pay(order.id(), "100.00");
        assertThat(states(read(order.id()))).containsOnly(InstallmentStatus.PAID);

        UUID refund = office.in(() -> office.ledger.refund(payment, new BigDecimal("60.00"), "Too much"));
        office.tell("orders.payment.refunded", order.id(), refund);
        office.tell("orders.payment.refunded", order.id(), refund);

        assertThat(read(order.id()).installments())
                .extracting(part -> part.paidAmount().toPlainString())
                .containsExactly("40.00", "0.00");
        assertThat(states(read(order.id()))).containsOnly(InstallmentStatus.PENDING);
    }

    @Test
    @DisplayName("FIN-11: a plan counts what was paid before it was made")
    void countsEarlierPayments() {
        Sold order = office.sales.of(customer, "100.00");
        office.pay(order.id(), "50.00");

        assertThat(states(plan(order.id(), "{}"))).containsExactly(InstallmentStatus.PAID, InstallmentStatus.PENDING);
    }

    @Test
    @DisplayName("FIN-12: pending, due within the window, overdue after the date; written nightly")
    void followsTheCalendar() {
        Sold order = office.sales.of(customer, "100.00");
        plan(order.id(), "{\"planType\":\"monthly\",\"count\":2,\"firstDate\":\"2026-03-10\"}");
        assertThat(states(read(order.id()))).containsOnly(InstallmentStatus.PENDING);

        office.neighbours.clock.forward(Duration.ofDays(1)); // 7 days before
        assertThat(office.in(() -> office.instalmentJob.run(Optional.empty()))).isEmpty();
        assertThat(states(read(order.id()))).containsExactly(InstallmentStatus.DUE, InstallmentStatus.PENDING);
        office.neighbours.clock.forwardDays(8);
        office.in(() -> office.instalmentJob.run(Optional.empty()));

        assertThat(states(read(order.id()))).containsExactly(InstallmentStatus.OVERDUE, InstallmentStatus.PENDING);
        UUID first = read(order.id()).installments().get(0).id();
        assertThat(office.told(first)).containsExactly("financial.installment.due", "financial.installment.overdue");
        int version = read(order.id()).installments().get(0).version();
        InstalmentResource.View moved = office.organization
                .ifMatch(version)
                .call(() -> office.instalments.update(
                        first, Wire.patch("{\"dueDate\":\"2026-06-01\"}", InstalmentResource.Input.class)));
        assertThat(moved.status()).isEqualTo(InstallmentStatus.PENDING);
        assertThat(office.order(order.id()).dueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
    }

    @Test
    @DisplayName("FIN-10: replacing a plan leaves what was paid; one on which something was paid is not taken away")
    void replacesTheUnpaid() {
        Sold order = office.sales.of(customer, "100.00");
        plan(order.id(), "{}");
        office.pay(order.id(), "60.00");

        PlanView replaced = office.in(() ->
                office.plan.replace(order.id(), Wire.read("{\"planType\":\"monthly\",\"count\":4}", PlanInput.class)));

        assertThat(amounts(replaced)).containsExactly("50.00", "10.00", "10.00", "10.00", "10.00", "10.00");
        assertThat(states(replaced)).startsWith(InstallmentStatus.PAID, InstallmentStatus.PAID);
        assertRefused(() -> office.organization.run(() -> office.plan.delete(order.id())))
                .isEqualTo("plan-in-use");
        Sold other = office.sales.of(customer, "100.00");
        plan(other.id(), "{}");
        office.organization.run(() -> office.plan.delete(other.id()));
        assertRefused(() -> read(other.id())).isEqualTo("not-found");
    }

    @Test
    @DisplayName("FIN-10: nothing is to be paid on a cancelled order any more")
    void dropsThePlanOfACancelledOrder() {
        Sold order = office.sales.of(customer, "100.00");
        plan(order.id(), "{}");
        office.sales.set(order.id(), "status = 'cancelled', cancelled_at = now()");

        office.tell("orders.order.cancelled", order.id(), order.id());

        assertRefused(() -> read(order.id())).isEqualTo("not-found");
    }

    @Test
    void isMadeByOtherModules() {
        Sold order = office.sales.of(customer, "100.00");

        var made = office.in(() -> office.plans.create(order.id(), PlanSpec.of(PaymentPlanType.FIFTY_FIFTY)));

        assertThat(office.organization.read(() -> office.plans.of(order.id())))
                .hasSameSizeAs(made)
                .hasSize(2);
    }

    @Test
    @DisplayName("FIN-21: no instalment is paid with a date in a closed period")
    void keepsClosedPeriodsClosed() {
        Sold order = office.sales.of(customer, "100.00");
        UUID first = plan(order.id(), "{}").installments().get(0).id();
        office.neighbours.set("orders.period_lock_date", "\"" + office.today() + "\"");

        assertRefused(() -> pay(first, "10.00")).isEqualTo("period-locked");
    }
}
