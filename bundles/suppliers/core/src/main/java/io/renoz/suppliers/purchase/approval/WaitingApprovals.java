package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Tables;
import io.renoz.users.api.AssignmentHolder;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose decision purchase orders wait for. */
@Component
public final class WaitingApprovals implements AssignmentHolder {

    private static final String WAITING = "from Approval a where (a.approverId = :user or a.escalatedTo = :user)"
            + " and a.status in (io.renoz.suppliers.purchase.approval.ApprovalStatus.PENDING,"
            + " io.renoz.suppliers.purchase.approval.ApprovalStatus.ESCALATED)";

    private final Tables tables;

    @Activate
    public WaitingApprovals(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        Long count = tables.entities()
                .createQuery("select count(a) " + WAITING, Long.class)
                .setParameter("user", user)
                .getSingleResult();
        return count == 0 ? List.of() : List.of(new AssignmentCount("purchase_order_approval", count.intValue()));
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Approval> theirs = tables.entities()
                .createQuery("select a " + WAITING, Approval.class)
                .setParameter("user", from)
                .getResultList();
        theirs.forEach(approval -> approval.passOn(from, to));
        tables.flush();
        return theirs.size();
    }
}
