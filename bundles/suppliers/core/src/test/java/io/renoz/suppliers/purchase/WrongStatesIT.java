package io.renoz.suppliers.purchase;

import static io.renoz.suppliers.Refusals.refusal;
import static io.renoz.suppliers.api.PurchaseOrderStatus.APPROVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.DRAFT;
import static io.renoz.suppliers.api.PurchaseOrderStatus.ORDERED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PARTIAL_RECEIVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PENDING_APPROVAL;
import static io.renoz.suppliers.api.PurchaseOrderStatus.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.PurchaseOrderResource.Cancelled;
import io.renoz.suppliers.purchase.cost.MatchResource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every act on an order, tried in every state that is not its own. */
class WrongStatesIT {

    private final Buying buying = new Buying();

    private record Act(String name, Set<PurchaseOrderStatus> states, Consumer<UUID> act) {}

    private Stream<Act> acts() {
        return Stream.of(
                new Act("submit", Set.of(DRAFT), buying::submit),
                new Act("withdraw", Set.of(PENDING_APPROVAL), id -> as().call(() -> buying.orders.withdraw(id))),
                new Act("reopen", Set.of(APPROVED), id -> as().call(() -> buying.orders.reopen(id))),
                new Act("order", Set.of(APPROVED), id -> as().call(() -> buying.orders.order(id))),
                new Act("cancel", Set.of(DRAFT, PENDING_APPROVAL, APPROVED, ORDERED), id -> as().call(
                                () -> buying.orders.cancel(id, new Cancelled("x")))),
                new Act("cancel-remaining", Set.of(ORDERED, PARTIAL_RECEIVED), id -> as().call(
                                () -> buying.orders.cancelRemaining(id))),
                new Act("close", Set.of(RECEIVED), id -> as().call(() -> buying.orders.close(id, Optional.empty()))),
                new Act("receive", Set.of(ORDERED, PARTIAL_RECEIVED), buying::receiveAll),
                new Act("match-invoice", Set.of(PARTIAL_RECEIVED, RECEIVED), id -> as().call(
                                () -> buying.invoices.match(
                                        id,
                                        Wire.read(
                                                "{\"supplierInvoiceNumber\": \"1\", \"supplierInvoiceAmount\": 1}",
                                                MatchResource.Invoice.class)))),
                new Act(
                        "amend",
                        Set.of(ORDERED, PARTIAL_RECEIVED),
                        id -> buying.amend(
                                id,
                                "{\"action\": \"change_header\", \"headerField\": \"notes\", \"newValue\": \"x\"}")));
    }

    private io.renoz.testing.Organization as() {
        return buying.as(buying.buyer);
    }

    @TestFactory
    Stream<DynamicTest> isRefusedWithTheState() {
        UUID order = buying.draft("1", "1").id();
        return acts().flatMap(act -> Stream.of(PurchaseOrderStatus.values())
                .filter(status -> !act.states.contains(status))
                .map(status -> DynamicTest.dynamicTest(
                        act.name + " while " + Coded.of(status), () -> refused(act, order, status))));
    }

    private void refused(Act act, UUID order, PurchaseOrderStatus status) {
        buying.trade.organization.sql(
                "suppliers", "update suppliers.purchase_orders set status = ? where id = ?", Coded.of(status), order);

        Problem problem = refusal(() -> act.act.accept(order));

        boolean received = status == PARTIAL_RECEIVED || status == RECEIVED;
        assertThat(problem.slug())
                .isEqualTo(act.name.equals("cancel") && received ? "goods-received" : "invalid-transition");
        assertThat(problem.members()).containsEntry("from", Coded.of(status));
        assertThat(buying.read(order).status()).isEqualTo(status);
    }
}
