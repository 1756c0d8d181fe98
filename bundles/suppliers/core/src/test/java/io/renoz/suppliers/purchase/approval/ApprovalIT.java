package io.renoz.suppliers.purchase.approval;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.Buying;
import io.renoz.suppliers.purchase.approval.ApprovalResource.Rejected;
import io.renoz.suppliers.purchase.order.OrderView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApprovalIT {

    private final Buying buying = new Buying();

    private ApprovalRuleResource.View rule(String json) {
        return buying.as(buying.boss).call(() -> buying.rules
                .create(Wire.read(json, ApprovalRuleResource.Input.class))
                .body());
    }

    private static String user(int level, UUID user, boolean escalation) {
        return "{\"level\": " + level + ", \"userId\": \"" + user + "\", \"isEscalation\": " + escalation + "}";
    }

    private List<ApprovalResource.View> approvals(UUID order) {
        return buying.trade
                .organization
                .read(() -> buying.decisions.list(new ListQuery(
                        50,
                        Optional.empty(),
                        Optional.of("createdAt"),
                        Map.of("purchaseOrderId", order.toString()),
                        false)))
                .items();
    }

    private ApprovalResource.View approve(UUID by, UUID approval) {
        return buying.as(by).call(() -> buying.decisions.approve(approval, Optional.empty()));
    }

    private UUID submitted(String price) {
        UUID order = buying.draft("1", price).id();
        buying.submit(order);
        return order;
    }

    @Test
    @DisplayName("SUP-05: a rule decides who approves what, an admin where there is none, nobody below a limit")
    void followsTheRule() {
        UUID cfo = buying.people.hire("Cora Cfo", "finance");
        rule("{\"name\": \"Large\", \"minAmount\": 1000, \"autoApproveUnder\": 1500, \"approvers\":"
                + " [{\"role\": \"finance\"}]}");

        assertThat(approvals(submitted("100")))
                .extracting(view -> view.approverId())
                .containsExactly(buying.boss);
        assertThat(approvals(submitted("2000")))
                .extracting(view -> view.approverId())
                .containsExactly(cfo);
        OrderView small = buying.read(submitted("1000"));
        assertThat(small.status()).isEqualTo(PurchaseOrderStatus.APPROVED);
        assertThat(small.approvedBy()).isNull();
        assertThat(buying.trade.told(small.id()))
                .containsSubsequence("suppliers.order.submitted", "suppliers.order.approved");
    }

    @Test
    @DisplayName("SUP-06: one row a level, given to the one with the fewest waiting, ties by name")
    void givesTheWorkToTheIdlest() {
        UUID ann = buying.people.hire("Ann", "finance");
        UUID ben = buying.people.hire("Ben", "finance");
        rule("{\"name\": \"All\", \"approvers\": [{\"role\": \"finance\"}]}");

        assertThat(approvals(submitted("1")).get(0).approverId()).isEqualTo(ann);
        assertThat(approvals(submitted("1")).get(0).approverId()).isEqualTo(ben);
        buying.people.leave(ann);
        assertThat(approvals(submitted("1")).get(0).approverId()).isEqualTo(ben);
    }

    @Test
    @DisplayName("SUP-06: where nobody matches the escalation approvers do; else nobody can approve")
    void fallsBackToEscalation() {
        UUID eve = buying.people.hire("Eve");
        ApprovalRuleResource.View rule =
                rule("{\"name\": \"All\", \"approvers\": [{\"role\": \"pilot\"}, " + user(1, eve, true) + "]}");

        assertThat(approvals(submitted("1")).get(0).approverId()).isEqualTo(eve);
        buying.people.leave(eve);
        UUID order = buying.draft("1", "1").id();
        assertRefused(() -> buying.submit(order)).isEqualTo("no-approver");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.DRAFT);
        assertThat(rule.approvers()).hasSize(2);
    }

    @Test
    @DisplayName("SUP-06: levels are decided in rising order, each by its own approver")
    void decidesInOrder() {
        UUID first = buying.people.hire("First");
        UUID second = buying.people.hire("Second");
        rule("{\"name\": \"Two\", \"levels\": 2, \"approvers\": [" + user(1, first, false) + ","
                + user(2, second, false) + "]}");
        UUID order = submitted("1");
        List<ApprovalResource.View> rows = approvals(order);

        assertRefused(() -> approve(second, rows.get(1).id())).isEqualTo("not-your-turn");
        assertRefused(() -> approve(second, rows.get(0).id())).isEqualTo("not-approver");
        assertThat(approve(first, rows.get(0).id()).status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.PENDING_APPROVAL);
        approve(second, rows.get(1).id());
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.APPROVED);
        assertThat(buying.read(order).approvedBy()).isEqualTo(second);
        assertRefused(() -> approve(second, rows.get(1).id())).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("SUP-07: nobody approves what he or she made or submitted, nor two levels, unless it is allowed")
    void takesFourEyes() {
        rule("{\"name\": \"Own\", \"levels\": 2, \"approvers\": [" + user(1, buying.buyer, false) + ","
                + user(2, buying.buyer, false) + "]}");
        UUID own = submitted("1");
        UUID approval = approvals(own).get(0).id();

        assertRefused(() -> approve(buying.buyer, approval)).isEqualTo("self-approval");
        buying.neighbours.put(SuppliersSettings.CATEGORY, SuppliersSettings.ALLOW_SELF_APPROVAL, new Json("true"));
        approve(buying.buyer, approval);
        buying.neighbours.put(SuppliersSettings.CATEGORY, SuppliersSettings.ALLOW_SELF_APPROVAL, new Json("false"));

        UUID order = buying.as(buying.boss)
                .call(() -> buying.orders
                        .create(Wire.read(
                                "{\"supplierId\": \"" + buying.supplier + "\", \"items\": ["
                                        + Buying.line(buying.bolt, "1", "1") + "]}",
                                io.renoz.suppliers.purchase.order.OrderInput.class))
                        .body())
                .id();
        buying.as(buying.boss).call(() -> buying.orders.submit(order));
        List<ApprovalResource.View> rows = approvals(order);
        approve(buying.buyer, rows.get(0).id());
        assertRefused(() -> approve(buying.buyer, rows.get(1).id())).isEqualTo("self-approval");
    }

    @Test
    @DisplayName("SUP-07: who stands in for the approver decides, and the row says for whom")
    void letsStandInsDecide() {
        UUID deputy = buying.people.hire("Dana Deputy");
        UUID order = submitted("1");
        UUID approval = approvals(order).get(0).id();

        assertRefused(() -> approve(deputy, approval)).isEqualTo("not-approver");
        buying.people.standsInFor(deputy, buying.boss);
        ApprovalResource.View decided = approve(deputy, approval);
        assertThat(decided.delegatedFrom()).isEqualTo(buying.boss);
        assertThat(decided.decidedBy()).isEqualTo(deputy);
    }

    @Test
    @DisplayName(
            "SUP-08: a rejection returns the order, skips the other levels, and the next submission is a new round")
    void startsAnew() {
        UUID first = buying.people.hire("First");
        UUID second = buying.people.hire("Second");
        rule("{\"name\": \"Two\", \"levels\": 2, \"approvers\": [" + user(1, first, false) + ","
                + user(2, second, false) + "]}");
        UUID order = submitted("1");
        List<ApprovalResource.View> rows = approvals(order);

        buying.as(first).call(() -> buying.decisions.reject(rows.get(0).id(), new Rejected("Too dear")));

        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.DRAFT);
        assertThat(approvals(order))
                .extracting(view -> view.status())
                .containsExactly(ApprovalStatus.REJECTED, ApprovalStatus.SKIPPED);
        assertThat(approvals(order).get(0).comments()).isEqualTo("Too dear");
        buying.submit(order);
        assertThat(approvals(order)).extracting(view -> view.round()).containsExactly(1, 1, 2, 2);
    }

    @Test
    @DisplayName("SUP-08: what is overdue goes to an escalation approver once, and both may decide then")
    void escalates() {
        UUID eve = buying.people.hire("Eve");
        rule("{\"name\": \"All\", \"escalationHours\": 2, \"approvers\": [" + user(1, buying.boss, false) + ","
                + user(1, eve, true) + "]}");
        UUID order = submitted("1");
        UUID other = submitted("1");
        buying.trade.organization.call(() -> buying.escalation.run(Optional.empty()));
        assertThat(approvals(order).get(0).status()).isEqualTo(ApprovalStatus.PENDING);
        buying.neighbours.clock.forward(Duration.ofHours(3));

        buying.trade.organization.call(() -> buying.escalation.run(Optional.empty()));

        ApprovalResource.View late = approvals(order).get(0);
        assertThat(late.status()).isEqualTo(ApprovalStatus.ESCALATED);
        assertThat(late.escalatedTo()).isEqualTo(eve);
        int told = buying.neighbours.notified.size();
        buying.trade.organization.call(() -> buying.escalation.run(Optional.empty()));
        assertThat(buying.neighbours.notified).hasSize(told);
        approve(eve, late.id());
        approve(buying.boss, approvals(other).get(0).id());
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.APPROVED);
        assertThat(buying.read(other).status()).isEqualTo(PurchaseOrderStatus.APPROVED);
    }

    @Test
    void refusesRulesThatCannotBe() {
        assertInvalid(() -> rule("{\"name\": \"x\", \"minAmount\": 2, \"maxAmount\": 1}"))
                .isEqualTo("/maxAmount");
        assertInvalid(() -> rule("{\"name\": \"x\", \"approvers\": [{\"level\": 2, \"role\": \"admin\"}, {}]}"))
                .isEqualTo("/approvers/0/level /approvers/1/role");
        assertInvalid(() -> rule("{\"name\": \"x\", \"approvers\": [" + user(1, UUID.randomUUID(), false) + "]}"))
                .isEqualTo("/approvers/0/userId");
    }
}
