package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Tables;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rounds of approval that orders go through. Whoever calls it holds the lock of the order. */
@Component(service = Approvals.class)
public final class Approvals {

    static final String MODULE = "suppliers";

    private final Tables tables;
    private final Approvers approvers;
    private final Notifications notifications;
    private final Clock clock;

    @Activate
    public Approvals(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference Approvers approvers,
            @Reference Notifications notifications,
            @Reference Clock clock) {
        this.tables = tables;
        this.approvers = approvers;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** SUP-05: who has to approve so much for a supplier. */
    public Plan plan(UUID supplier, BigDecimal amountBase) {
        List<ApprovalRule> rules = tables.entities()
                .createQuery(
                        "select r from ApprovalRule r where r.isActive = true"
                                + " and (r.supplierId is null or r.supplierId = :supplier)",
                        ApprovalRule.class)
                .setParameter("supplier", supplier)
                .getResultList();
        return Plan.of(ApprovalRule.choose(rules, supplier, amountBase).orElse(null), amountBase);
    }

    /**
     * SUP-06, SUP-08: a new round with a row a level; the first approver is told.
     *
     * @param asking who wants it approved
     * @return the number of the round
     */
    public int open(PurchaseOrder order, Plan plan, @Nullable UUID asking) {
        Set<UUID> barred = new HashSet<>(makers(order));
        if (asking != null) {
            barred.add(asking);
        }
        List<UUID> chosen = approvers.choose(plan, approvers.selfAllowed() ? Set.of() : barred);
        int round = lastRound(order.id()) + 1;
        Instant due = clock.instant().plus(Duration.ofHours(plan.escalationHours()));
        UUID rule = plan.rule() == null ? null : plan.rule().id();
        for (int level = 1; level <= plan.levels(); level++) {
            tables.add(new Approval(order.id(), rule, round, level, chosen.get(level - 1), due));
        }
        tell(chosen.get(0), order, "waits for your approval");
        return round;
    }

    /** SUP-08: whatever is still open of an order's rounds is open no longer. */
    public void lapse(UUID order) {
        rows(order).forEach(Approval::skip);
    }

    /** The same for one round. */
    public void lapse(UUID order, int round) {
        round(order, round).forEach(Approval::skip);
    }

    /** Who made the order and who submitted it. */
    static Set<UUID> makers(PurchaseOrder order) {
        return Stream.of(order.writtenBy(), order.submittedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The levels of a round, rising. */
    List<Approval> round(UUID order, int round) {
        return rows(order).stream()
                .filter(row -> row.round == round)
                .sorted(Comparator.comparingInt(row -> row.level))
                .toList();
    }

    /** SUP-08: what should have been decided by now and was not escalated yet. */
    List<Approval> overdue(UUID order, Instant now) {
        return rows(order).stream()
                .filter(row -> row.status == ApprovalStatus.PENDING && row.dueAt != null && row.dueAt.isBefore(now))
                .toList();
    }

    private List<Approval> rows(UUID order) {
        return tables.entities()
                .createQuery("select a from Approval a where a.purchaseOrderId = :order", Approval.class)
                .setParameter("order", order)
                .getResultList();
    }

    private int lastRound(UUID order) {
        return rows(order).stream().mapToInt(row -> row.round).max().orElse(0);
    }

    void tell(UUID user, PurchaseOrder order, String what) {
        notifications.notify(NotificationRequest.of(
                        MODULE,
                        NotificationType.APPROVAL,
                        "Purchase order " + order.number() + " " + what,
                        order.supplierName() + ", " + order.total() + " " + order.currency())
                .toUser(user)
                .about("purchase_order", order.id(), order.number()));
    }
}
