package io.renoz.suppliers.purchase.order;

import static io.renoz.suppliers.api.PurchaseOrderStatus.APPROVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.CANCELLED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.CLOSED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.DRAFT;
import static io.renoz.suppliers.api.PurchaseOrderStatus.ORDERED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PARTIAL_RECEIVED;
import static io.renoz.suppliers.api.PurchaseOrderStatus.PENDING_APPROVAL;
import static io.renoz.suppliers.api.PurchaseOrderStatus.RECEIVED;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which state of a purchase order may follow which. */
final class OrderLifeCycle {

    private static final Map<PurchaseOrderStatus, Set<PurchaseOrderStatus>> NEXT = Map.of(
            DRAFT, Set.of(PENDING_APPROVAL, APPROVED, CANCELLED),
            PENDING_APPROVAL, Set.of(APPROVED, DRAFT, CANCELLED),
            APPROVED, Set.of(ORDERED, DRAFT, CANCELLED),
            ORDERED, Set.of(PARTIAL_RECEIVED, RECEIVED, CANCELLED),
            PARTIAL_RECEIVED, Set.of(RECEIVED, ORDERED),
            RECEIVED, Set.of(CLOSED, PARTIAL_RECEIVED, ORDERED),
            CANCELLED, Set.of(),
            CLOSED, Set.of());

    private OrderLifeCycle() {}

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition}
     */
    static void check(PurchaseOrderStatus from, PurchaseOrderStatus to) {
        if (!NEXT.getOrDefault(from, Set.of()).contains(to)) {
            throw Problem.transition("A purchase order that is " + words(from) + " cannot become " + words(to) + ".")
                    .with("from", Coded.of(from))
                    .with("to", Coded.of(to));
        }
    }

    /**
     * Refuses an act that belongs to other states.
     *
     * @param act as in "cannot be …"
     * @throws Problem {@code invalid-transition}
     */
    static void require(PurchaseOrderStatus status, String act, PurchaseOrderStatus... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            List<String> states = Arrays.stream(allowed).map(Coded::of).toList();
            throw Problem.transition("A purchase order that is " + words(status) + " cannot be " + act + ".")
                    .with("from", Coded.of(status))
                    .with("allowed", states);
        }
    }

    private static String words(PurchaseOrderStatus status) {
        return Coded.of(status).replace('_', ' ');
    }
}
