package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.order.OrderEvents;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.Delegations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What approvers decide. */
@Component(service = Decisions.class)
public final class Decisions {

    private final Tables tables;
    private final OrderRows orders;
    private final Approvals approvals;
    private final Approvers approvers;
    private final Delegations delegations;
    private final RoundEnds ends;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Decisions(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference OrderRows orders,
            @Reference Approvals approvals,
            @Reference Approvers approvers,
            @Reference Delegations delegations,
            @Reference RoundEnds ends,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.orders = orders;
        this.approvals = approvals;
        this.approvers = approvers;
        this.delegations = delegations;
        this.ends = ends;
        this.events = events;
        this.clock = clock;
    }

    /** Locks the order that an approval is about, before the approval itself is read. */
    PurchaseOrder hold(UUID approval) {
        UUID order = tables.entities()
                .createQuery("select a.purchaseOrderId from Approval a where a.id = :id", UUID.class)
                .setParameter("id", approval)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("approval"));
        return orders.held(order);
    }

    /** SUP-06, SUP-07: one level is approved; the last one approves the order. */
    void approve(PurchaseOrder order, Approval approval, @Nullable String comments) {
        approval.requireOpen("approved");
        UUID caller = caller();
        UUID insteadOf = insteadOf(approval, caller);
        List<Approval> round = approvals.round(order.id(), approval.round);
        requireFourEyes(order, round, caller);
        if (round.stream().anyMatch(row -> row.level < approval.level && row.status.open())) {
            throw Problem.of("not-your-turn", "The levels before this one are not decided yet.")
                    .with("level", approval.level);
        }
        Instant now = clock.instant();
        approval.approve(caller, insteadOf, comments, now);
        if (round.stream().noneMatch(row -> row.status.open())) {
            finish(order, approval, caller, now);
        } else {
            round.stream()
                    .filter(row -> row.status.open())
                    .findFirst()
                    .ifPresent(next -> approvals.tell(next.approverId, order, "waits for your approval"));
        }
    }

    private void finish(PurchaseOrder order, Approval last, UUID caller, Instant now) {
        if (order.status() == PurchaseOrderStatus.PENDING_APPROVAL) {
            order.approve(caller, now, last.comments);
            events.publish(OrderEvents.of("approved", order));
            tellMaker(order, "was approved");
        } else {
            ends.approved(order, last.round, caller, now);
        }
    }

    /** SUP-08: one level is rejected, and with it all of it. */
    void reject(PurchaseOrder order, Approval approval, String comments) {
        approval.requireOpen("rejected");
        UUID caller = caller();
        UUID insteadOf = insteadOf(approval, caller);
        Instant now = clock.instant();
        approval.reject(caller, insteadOf, comments, now);
        approvals.lapse(order.id(), approval.round);
        if (order.status() == PurchaseOrderStatus.PENDING_APPROVAL) {
            order.backToDraft("rejected", PurchaseOrderStatus.PENDING_APPROVAL);
            events.publish(OrderEvents.of("rejected", order));
            tellMaker(order, "was rejected: " + comments);
        } else {
            ends.rejected(order, approval.round, caller, comments, now);
        }
    }

    private void tellMaker(PurchaseOrder order, String what) {
        UUID maker = order.submittedBy();
        if (maker != null) {
            approvals.tell(maker, order, what);
        }
    }

    private static UUID caller() {
        return Call.user().orElseThrow(() -> Problem.of("not-approver", "Only a person can decide."));
    }

    /** SUP-07, SUP-08: whom the caller stands in for; null for an approver in person. */
    private @Nullable UUID insteadOf(Approval approval, UUID caller) {
        if (caller.equals(approval.approverId) || caller.equals(approval.escalatedTo)) {
            return null;
        }
        Set<UUID> absent = delegations.actingFor(caller, DelegationScope.APPROVALS, clock.instant());
        if (absent.contains(approval.approverId)) {
            return approval.approverId;
        }
        if (approval.escalatedTo != null && absent.contains(approval.escalatedTo)) {
            return approval.escalatedTo;
        }
        throw Problem.of("not-approver", "This is another one's to decide.");
    }

    /** SUP-07: nobody approves what they asked for, nor decides two levels. */
    private void requireFourEyes(PurchaseOrder order, List<Approval> round, UUID caller) {
        if (approvers.selfAllowed()) {
            return;
        }
        if (Approvals.makers(order).contains(caller)) {
            throw Problem.of("self-approval", "Who made or submitted an order cannot approve it.");
        }
        if (round.stream().anyMatch(row -> caller.equals(row.decidedBy))) {
            throw Problem.of("self-approval", "Nobody decides two levels of one order.");
        }
    }
}
