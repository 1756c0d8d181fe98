package io.renoz.financial.revenue;

import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.financial.Money;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.Together;
import io.renoz.financial.Wire;
import io.renoz.financial.revenue.DeferralResource.Release;
import io.renoz.financial.revenue.RecognitionResource.Reversal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RevenueIT {

    private final Office office = new Office();
    private final UUID customer = office.sales.customer("Acme");

    private RecognitionResource.View recognize(Sold order, String amount, int inDays) {
        return office.in(() -> office.recognition
                .create(Wire.read(
                        "{\"orderId\":\"%s\",\"recognitionType\":\"milestone\",\"milestoneName\":\"M\",\"recognizedAmount\":%s,\"recognitionDate\":\"%s\"}"
                                .formatted(order.id(), amount, office.today().plusDays(inDays)),
                        RecognitionResource.Input.class))
                .body());
    }

    private RecognitionResource.View reverse(UUID entry, @Nullable String amount) {
        return office.in(() -> office.recognition.reverse(
                entry, new Reversal(amount == null ? null : new BigDecimal(amount), null, "Error")));
    }

    private List<RecognitionResource.View> entries(Sold order) {
        var query = new ListQuery(
                200,
                Optional.empty(),
                Optional.empty(),
                Map.of("orderId", order.id().toString()),
                false);
        return office.organization.read(() -> office.recognition.list(query)).items();
    }

    private RecognitionResource.View entry(UUID id) {
        return office.organization.read(() -> office.recognition.get(id));
    }

    private BigDecimal recognized(Sold order) {
        return Money.sum(entries(order).stream()
                .filter(entry -> entry.state() != RecognitionState.PENDING)
                .map(RecognitionResource.View::recognizedAmount)
                .toList());
    }

    private RecognitionPlanResource.Plan plan(Sold order, String json) {
        return office.in(
                () -> office.recognitionPlan.create(order.id(), Wire.read(json, RecognitionPlanResource.Input.class)));
    }

    private void credit(Sold order, String net) {
        UUID note = office.draft(
                        "{\"customerId\":\"%s\",\"orderId\":\"%s\",\"reason\":\"X\",\"lines\":[{\"description\":\"C\",\"unitPrice\":%s,\"taxRate\":10}]}"
                                .formatted(customer, order.id(), net))
                .id();
        office.in(() -> office.credit.issue(note, null));
    }

    private void deliver(Sold order) {
        office.sales.set(order.id(), "status = 'delivered', delivered_date = ?", office.today());
        office.tell("orders.order.delivered", order.id(), order.id());
    }

    @Test
    @DisplayName("FIN-19: an order's revenue is recognized by itself when it is delivered, once, net of tax")
    void recognizesOnDelivery() {
        Sold order = office.sales.taxed(customer, "100.00");

        deliver(order);
        office.tell("orders.order.delivered", order.id(), order.id());

        assertThat(entries(order)).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.recognizedAmount()).isEqualByComparingTo("100.00");
            assertThat(entry.state()).isEqualTo(RecognitionState.RECOGNIZED);
            assertThat(entry.recognitionDate()).isEqualTo(office.today());
            assertThat(entry.sourceKey()).isEqualTo("delivered:" + order.id());
        });
    }

    @Test
    @DisplayName("FIN-19: never more than the order brings, less credits")
    void keepsWithinTheOrder() {
        Sold order = office.sales.taxed(customer, "100.00");
        credit(order, "20.00");

        assertRefused(() -> recognize(order, "80.01", 0)).isEqualTo("exceeds-revenue");
        assertThat(recognize(order, "50.00", 0).state()).isEqualTo(RecognitionState.RECOGNIZED);
        assertThat(recognize(order, "30.00", 5).state()).isEqualTo(RecognitionState.PENDING);
        assertRefused(() -> recognize(order, "0.01", 0)).isEqualTo("exceeds-revenue");
        assertRefused(() -> recognize(office.sales.draft(customer, "10.00"), "1.00", 0))
                .isEqualTo("invalid-state");
    }

    @Test
    @DisplayName("FIN-19: planned slices are recognized on their last day")
    void recognizesSlices() {
        Sold order = office.sales.taxed(customer, "100.00");

        var plan = plan(order, "{\"startDate\":\"2026-03-01\",\"months\":3}");

        assertThat(plan.items()).hasSize(3);
        assertRefused(() -> plan(order, "{}")).isEqualTo("plan-exists");
        assertThat(office.in(() -> office.recognizeJob.run(Optional.empty()))).isEmpty();
        assertThat(recognized(order)).isEqualByComparingTo("0.00");
        office.neighbours.clock.forwardDays(60); // 1 May
        office.in(() -> office.recognizeJob.run(Optional.empty()));
        office.in(() -> office.recognizeJob.run(Optional.empty()));
        assertThat(recognized(order)).isEqualByComparingTo("66.66");
        deliver(order);
        assertThat(entries(order)).hasSize(3);
    }

    @Test
    @DisplayName("FIN-19: milestones are planned by name, and more than the order brings is refused")
    void plansMilestones() {
        Sold order = office.sales.taxed(customer, "100.00");
        String json =
                "{\"milestones\":[{\"milestoneName\":\"Design\",\"recognizedAmount\":%s,\"recognitionDate\":\"2026-04-01\"}]}";

        assertRefused(() -> plan(order, json.formatted("100.01"))).isEqualTo("exceeds-revenue");
        assertThat(plan(order, json.formatted("60")).items())
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.milestoneName()).isEqualTo("Design"));
        assertInvalid(() -> Wire.read("{\"recognitionType\":\"milestone\"}", RecognitionResource.Input.class))
                .isEqualTo("/milestoneName");
    }

    @Test
    @DisplayName(
            "FIN-19: a reversal is of the opposite sign and points at the original, which reads reversed once they are equal")
    void reverses() {
        Sold order = office.sales.taxed(customer, "100.00");
        UUID entry = recognize(order, "60.00", 0).id();

        RecognitionResource.View reversal = reverse(entry, "20.00");
        assertThat(reversal.recognizedAmount()).isEqualByComparingTo("-20.00");
        assertThat(reversal.reversesId()).isEqualTo(entry);
        assertThat(entry(entry).state()).isEqualTo(RecognitionState.RECOGNIZED);
        assertRefused(() -> reverse(entry, "40.01")).isEqualTo("exceeds-remaining");
        reverse(entry, null);

        assertThat(entry(entry).state()).isEqualTo(RecognitionState.REVERSED);
        assertThat(recognized(order)).isEqualByComparingTo("0.00");
        assertRefused(() -> reverse(entry, null)).isEqualTo("already-reversed");
        assertRefused(() -> reverse(reversal.id(), null)).isEqualTo("invalid-transition");
        UUID pending = recognize(order, "10.00", 5).id();
        assertRefused(() -> reverse(pending, null)).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("FIN-19: reversals of one original at once never exceed it")
    void reversesOnce() throws Exception {
        Sold order = office.sales.taxed(customer, "100.00");
        UUID entry = recognize(order, "60.00", 0).id();

        int done = Together.run(() -> reverse(entry, "40.00"), () -> reverse(entry, "40.00"));

        assertThat(done).isEqualTo(1);
        assertThat(recognized(order)).isEqualByComparingTo("20.00");
    }

    @Test
    @DisplayName("FIN-19: a credit note takes recognized revenue back, newest first")
    void takesBackWhatIsCredited() {
        Sold order = office.sales.taxed(customer, "100.00");
        UUID older = recognize(order, "60.00", -1).id();
        UUID newer = recognize(order, "40.00", 0).id();

        credit(order, "50.00");

        assertThat(entry(newer).state()).isEqualTo(RecognitionState.REVERSED);
        assertThat(entry(older).state()).isEqualTo(RecognitionState.RECOGNIZED);
        assertThat(recognized(order)).isEqualByComparingTo("50.00");
        assertThat(entries(order))
                .filteredOn(entry -> entry.creditNoteId() != null)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.recognizedAmount()).isNegative());
        assertRefused(() -> recognize(order, "0.01", 0)).isEqualTo("exceeds-revenue");
    }

    @Test
    @DisplayName("FIN-19: what was only planned shrinks from its end when it is credited")
    void unplansWhatIsCredited() {
        Sold order = office.sales.taxed(customer, "90.00");
        plan(order, "{\"startDate\":\"2026-03-01\",\"months\":3}");

        credit(order, "40.00");

        assertThat(entries(order))
                .extracting(entry -> entry.recognizedAmount().toPlainString())
                .containsExactly("30.00", "20.00");
    }

    private DeferralResource.View defer(Sold order, String amount) {
        return office.in(() -> office.deferrals
                .create(Wire.read(
                        "{\"orderId\":\"%s\",\"originalAmount\":%s,\"deferralDate\":\"%s\"}"
                                .formatted(order.id(), amount, office.today()),
                        DeferralResource.Input.class))
                .body());
    }

    private DeferralResource.View release(UUID deferral, @Nullable String amount) {
        return office.in(() -> office.deferrals.release(
                deferral, new Release(amount == null ? null : new BigDecimal(amount), null, null)));
    }

    @Test
    @DisplayName(
            "FIN-20: original is recognized and remaining at all times; a release is revenue in the same transaction")
    void releases() {
        Sold order = office.sales.taxed(customer, "100.00");
        UUID deferral = defer(order, "80.00").id();

        DeferralResource.View part = release(deferral, "30.00");
        assertThat(part.recognizedAmount().add(part.remainingAmount())).isEqualByComparingTo("80.00");
        assertThat(part.status()).isEqualTo(DeferredRevenueStatus.PARTIALLY_RECOGNIZED);
        assertRefused(() -> release(deferral, "50.01")).isEqualTo("exceeds-remaining");
        assertThat(release(deferral, null).status()).isEqualTo(DeferredRevenueStatus.FULLY_RECOGNIZED);
        assertRefused(() -> release(deferral, null)).isEqualTo("exceeds-remaining");

        assertThat(entries(order)).hasSize(2).allSatisfy(entry -> assertThat(entry.deferredRevenueId())
                .isEqualTo(deferral));
        reverse(entries(order).get(0).id(), null);
        DeferralResource.View now = office.organization.read(() -> office.deferrals.get(deferral));
        assertThat(now.remainingAmount()).isEqualByComparingTo("30.00");
        assertThat(now.status()).isEqualTo(DeferredRevenueStatus.PARTIALLY_RECOGNIZED);
    }

    @Test
    @DisplayName("FIN-20: two releases at once never exceed what remains")
    void releasesOnce() throws Exception {
        Sold order = office.sales.taxed(customer, "100.00");
        UUID deferral = defer(order, "80.00").id();

        int done = Together.run(() -> release(deferral, "50.00"), () -> release(deferral, "50.00"));

        assertThat(done).isEqualTo(1);
        assertThat(recognized(order)).isEqualByComparingTo("50.00");
    }

    @Test
    @DisplayName(
            "FIN-20: a deposit is deferred net of its tax share when the organization wants it, and revenue on delivery")
    void defersDeposits() {
        Sold without = office.sales.taxed(customer, "100.00");
        office.pay(without.id(), "55.00");
        office.neighbours.set("financial.defer_deposits", "true");
        Sold order = office.sales.taxed(customer, "100.00");
        UUID payment = office.pay(order.id(), "55.00");
        office.tell("orders.payment.recorded", order.id(), payment);

        var deferred = office.organization
                .read(() -> office.deferrals.list(ListQuery.first(10)))
                .items();
        assertThat(deferred).hasSize(1).allSatisfy(one -> {
            assertThat(one.orderPaymentId()).isEqualTo(payment);
            assertThat(one.originalAmount()).isEqualByComparingTo("50.00");
        });
        deliver(order);

        assertThat(recognized(order)).isEqualByComparingTo("100.00");
        assertThat(office.organization
                        .read(() -> office.deferrals.get(deferred.get(0).id()))
                        .remainingAmount())
                .isEqualByComparingTo("0.00");
    }

    @Test
    @DisplayName("FIN-21: no revenue is recognized, released or taken back in a closed period")
    void keepsClosedPeriodsClosed() {
        Sold order = office.sales.taxed(customer, "100.00");
        UUID entry = recognize(order, "10.00", 0).id();
        UUID deferral = defer(order, "10.00").id();
        office.neighbours.set("orders.period_lock_date", "\"" + office.today() + "\"");

        assertRefused(() -> recognize(order, "10.00", 0)).isEqualTo("period-locked");
        assertRefused(() -> defer(order, "10.00")).isEqualTo("period-locked");
        assertRefused(() -> release(deferral, null)).isEqualTo("period-locked");
        assertRefused(() -> reverse(entry, null)).isEqualTo("period-locked");
        assertRefused(() -> plan(order, "{\"startDate\":\"2026-01-01\",\"months\":2}"))
                .isEqualTo("period-locked");
        Sold other = office.sales.taxed(customer, "100.00");
        deliver(other);
        assertThat(entries(other)).hasSize(1).allSatisfy(one -> assertThat(one.recognitionDate())
                .isEqualTo(office.today().plusDays(1)));
    }
}
