package io.renoz.suppliers.purchase.order;

import static io.renoz.suppliers.Refusals.refusal;
import static io.renoz.suppliers.api.PurchaseOrderStatus.APPROVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.CANCELLED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.CLOSED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.DRAFT;
import static io.renoz.suppliers.api.PurchaseOrderStatus.ORDERED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PARTIAL_RECEIVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PENDING_APPROVAL;
import static io.renoz.suppliers.api.PurchaseOrderStatus.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.renoz.problem.Problem;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderLifeCycleTest {

    private static final Map<PurchaseOrderStatus, Set<PurchaseOrderStatus>> ALLOWED = Map.of(
            DRAFT, Set.of(PENDING_APPROVAL, APPROVED, CANCELLED),
            PENDING_APPROVAL, Set.of(APPROVED, DRAFT, CANCELLED),
            APPROVED, Set.of(ORDERED, DRAFT, CANCELLED),
            ORDERED, Set.of(PARTIAL_RECEIVED, RECEIVED, CANCELLED),
            PARTIAL_RECEIVED, Set.of(RECEIVED, ORDERED),
            RECEIVED, Set.of(CLOSED, PARTIAL_RECEIVED, ORDERED),
            CANCELLED, Set.of(),
            CLOSED, Set.of());

    @Test
    void letsOrdersMoveAlongAndNowhereElse() {
        for (PurchaseOrderStatus from : PurchaseOrderStatus.values()) {
            for (PurchaseOrderStatus to : PurchaseOrderStatus.values()) {
                if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                    assertThatCode(() -> OrderLifeCycle.check(from, to)).doesNotThrowAnyException();
                } else {
                    Problem refused = refusal(() -> OrderLifeCycle.check(from, to));
                    assertThat(refused.slug()).isEqualTo("invalid-transition");
                    assertThat(refused.members()).containsKeys("from", "to");
                }
            }
        }
    }
}
