package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-08: what was not decided in time goes to somebody else too, once. */
@Component
public final class Escalation implements Job {

    private static final int BATCH = 100;

    private final Tables tables;
    private final OrderRows orders;
    private final Approvals approvals;
    private final Approvers approvers;
    private final Clock clock;

    @Activate
    public Escalation(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference OrderRows orders,
            @Reference Approvals approvals,
            @Reference Approvers approvers,
            @Reference Clock clock) {
        this.tables = tables;
        this.orders = orders;
        this.approvals = approvals;
        this.approvers = approvers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "suppliers.approval-escalation";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(15));
    }

    /** {@code from} is the order the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        Instant now = clock.instant();
        List<UUID> late = late(from.map(UUID::fromString).orElse(new UUID(0, 0)), now);
        orders.hold(late);
        late.forEach(order -> escalate(order, now));
        tables.flush();
        return late.size() < BATCH
                ? Optional.empty()
                : Optional.of(late.get(late.size() - 1).toString());
    }

    private List<UUID> late(UUID after, Instant now) {
        return tables.entities()
                .createQuery(
                        "select distinct a.purchaseOrderId from Approval a where a.status = :pending and a.dueAt < :now"
                                + " and a.purchaseOrderId > :after order by a.purchaseOrderId",
                        UUID.class)
                .setParameter("pending", ApprovalStatus.PENDING)
                .setParameter("now", now)
                .setParameter("after", after)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private void escalate(UUID id, Instant now) {
        PurchaseOrder order = tables.require(PurchaseOrder.class, id);
        for (Approval row : approvals.overdue(id, now)) {
            var barred = new HashSet<>(Approvals.makers(order));
            barred.add(row.approverId);
            ApprovalRule rule =
                    row.approvalRuleId == null ? null : tables.require(ApprovalRule.class, row.approvalRuleId);
            approvers.escalation(rule, row.level, barred).ifPresent(other -> {
                row.escalate(other, "Nobody decided until " + row.dueAt + ".", now);
                approvals.tell(other, order, "waits for approval and is overdue");
                approvals.tell(row.approverId, order, "is overdue; another may approve it now too");
            });
        }
    }
}
