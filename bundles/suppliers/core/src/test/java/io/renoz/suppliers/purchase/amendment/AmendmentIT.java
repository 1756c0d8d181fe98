package io.renoz.suppliers.purchase.amendment;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.suppliers.Decision;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.Buying;
import io.renoz.suppliers.purchase.amendment.AmendmentResource.Applied;
import io.renoz.suppliers.purchase.approval.ApprovalResource.Rejected;
import io.renoz.suppliers.purchase.order.OrderView;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AmendmentIT {

    private final Buying buying = new Buying();
    private final UUID order = buying.sent("10", "10").id();

    private String change(String more) {
        UUID line = buying.read(order).items().get(0).id();
        return "{\"action\": \"change_line\", \"purchaseOrderItemId\": \"" + line + "\"" + more + "}";
    }

    private String remove(int line) {
        UUID id = buying.read(order).items().get(line).id();
        return "{\"action\": \"remove_line\", \"purchaseOrderItemId\": \"" + id + "\"}";
    }

    private AmendmentView decide(UUID by, UUID amendment, Decision.Outcome outcome) {
        return buying.as(by).call(() -> buying.amendments.decide(amendment, new Decision(outcome, "Because")));
    }

    private AmendmentView apply(UUID amendment) {
        return buying.as(buying.buyer).call(() -> buying.amendments.apply(amendment, Optional.empty()));
    }

    private AmendmentView approved(String lines) {
        return decide(buying.boss, buying.amend(order, lines).id(), Decision.Outcome.APPROVED);
    }

    @Test
    @DisplayName(
            "SUP-15: a small change takes one decision of somebody else, and rewrites the order when it is applied")
    void rewritesTheOrder() {
        AmendmentView asked = buying.amend(order, change(", \"newQuantity\": 9.5, \"newUnitPrice\": 10.2"));

        assertThat(asked.amendmentNumber()).isEqualTo(1);
        assertThat(asked.totalBefore()).isEqualByComparingTo("110.00");
        assertThat(asked.totalAfter()).isEqualByComparingTo("106.59");
        assertThat(asked.approvalRound()).isNull();
        assertThat(asked.lines().get(0).oldQuantity()).isEqualByComparingTo("10");
        assertRefused(() -> apply(asked.id())).isEqualTo("invalid-transition");
        assertRefused(() -> decide(buying.buyer, asked.id(), Decision.Outcome.APPROVED))
                .isEqualTo("self-approval");
        decide(buying.boss, asked.id(), Decision.Outcome.APPROVED);
        assertThat(apply(asked.id()).status()).isEqualTo(AmendmentStatus.APPLIED);

        OrderView amended = buying.read(order);
        assertThat(amended.totalAmount()).isEqualByComparingTo("106.59");
        assertThat(amended.revision()).isEqualTo(1);
        assertThat(buying.trade.told(order)).contains("suppliers.order.amended");
        assertRefused(() -> decide(buying.boss, asked.id(), Decision.Outcome.APPROVED))
                .isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("SUP-15: a line is never brought below what was received or cancelled, and not removed once received")
    void keepsWhatWasReceived() {
        buying.receiveSome(order, "4");
        AmendmentView below = approved(change(", \"newQuantity\": 3"));
        AmendmentView gone = approved(remove(0));

        assertRefused(() -> apply(below.id())).isEqualTo("below-received");
        assertRefused(() -> apply(gone.id())).isEqualTo("below-received");
        assertThat(buying.read(order).revision()).isZero();
        apply(approved(change(", \"newQuantity\": 4")).id());
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
    }

    @Test
    @DisplayName("SUP-15: what raises the total by much goes through a whole approval again")
    void asksForApprovalAgain() {
        AmendmentView asked = buying.amend(order, change(", \"newQuantity\": 20"));

        assertThat(asked.approvalRound()).isEqualTo(2);
        assertRefused(() -> decide(buying.boss, asked.id(), Decision.Outcome.APPROVED))
                .isEqualTo("approval-required");
        buying.approve(order);
        apply(asked.id());
        assertThat(buying.read(order).totalAmount()).isEqualByComparingTo("220.00");

        AmendmentView more = buying.amend(order, change(", \"newQuantity\": 40"));
        UUID waiting = buying.waiting(order);
        buying.as(buying.boss).call(() -> buying.decisions.reject(waiting, new Rejected("Enough")));
        assertRefused(() -> apply(more.id())).isEqualTo("invalid-transition");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.ORDERED);

        AmendmentView back = buying.amend(order, change(", \"newQuantity\": 40"));
        buying.as(buying.buyer).call(() -> buying.amendments.cancel(back.id()));
        assertRefused(() -> buying.amend(order, "{\"action\": \"change_line\"}"))
                .isEqualTo("validation-failed");
    }

    @Test
    @DisplayName("SUP-15: an amendment is not applied to an order that was changed meanwhile")
    void noticesOtherChanges() {
        AmendmentView first = approved(change(", \"newUnitPrice\": 9"));
        AmendmentView second = approved(change(", \"newUnitPrice\": 8"));
        int seen = buying.read(order).version();
        apply(first.id());

        assertRefused(() -> apply(second.id())).isEqualTo("version-conflict");
        assertRefused(() -> buying.as(buying.buyer)
                        .call(() -> buying.amendments.apply(second.id(), Optional.of(new Applied(seen)))))
                .isEqualTo("precondition-failed");
        assertThat(buying.read(order).totalAmount()).isEqualByComparingTo("99.00");
    }

    @Test
    void addsAndRemovesLinesAndChangesTheHead() {
        AmendmentView amendment = buying.amend(
                order,
                remove(0) + ", {\"action\": \"add_line\", \"productId\": \"" + buying.bolt
                        + "\", \"newQuantity\": 5, \"newUnitPrice\": 4},"
                        + " {\"action\": \"change_header\", \"headerField\": \"shipping_amount\", \"newValue\": \"12.5\"},"
                        + " {\"action\": \"change_header\", \"headerField\": \"ship_to\","
                        + " \"newValue\": \"Site; 1 High St; ; Sydney; NSW; 2000; AU\"}");
        assertThat(amendment.totalAfter()).isEqualByComparingTo("35.75");
        decide(buying.boss, amendment.id(), Decision.Outcome.APPROVED);
        apply(amendment.id());

        OrderView amended = buying.read(order);
        assertThat(amended.totalAmount()).isEqualByComparingTo("35.75");
        assertThat(amended.items().get(0).quantityPending()).isEqualByComparingTo("0");
        assertThat(amended.items().get(0).lineTotal()).isEqualByComparingTo("0");
        assertThat(amended.items().get(1).productName()).isEqualTo("Bolt");
        assertThat(amended.shipToCity()).isEqualTo("Sydney");
        assertThat(amended.status()).isEqualTo(PurchaseOrderStatus.ORDERED);
        buying.receiveAll(order);
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
    }

    @Test
    void refusesWhatCannotBe() {
        assertInvalid(() -> buying.amend(
                        order,
                        "{\"action\": \"change_header\", \"headerField\": \"required_date\", \"newValue\": \"soon\"},"
                                + " {\"action\": \"add_line\", \"newQuantity\": 1}"))
                .isEqualTo("/lines/0/newValue /lines/1/newUnitPrice /lines/1/description");
        assertInvalid(() -> buying.amend(
                        order, "{\"action\": \"remove_line\", \"purchaseOrderItemId\": \"" + order + "\"}"))
                .isEqualTo("/lines/0/purchaseOrderItemId");
        UUID draft = buying.draft("1", "1").id();
        assertRefused(() -> buying.amend(
                        draft, "{\"action\": \"change_header\", \"headerField\": \"notes\", \"newValue\": \"x\"}"))
                .isEqualTo("invalid-transition");
        AmendmentView rejected = decide(
                buying.boss,
                buying.amend(order, change(", \"newUnitPrice\": 9")).id(),
                Decision.Outcome.REJECTED);
        assertThat(Objects.requireNonNull(rejected.rejectionReason())).isEqualTo("Because");
    }
}
