package io.renoz.suppliers.purchase.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.suppliers.Trade;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingApprovalsIT {

    private final Trade trade = new Trade();
    private final WaitingApprovals approvals = new WaitingApprovals(Trade.PLATFORM.tables("suppliers"));
    private final UUID leaver = trade.hired();
    private final UUID heir = trade.hired();

    private void waiting(String status, UUID approver, @Nullable UUID escalatedTo) {
        UUID order = trade.ordered(
                trade.named("S").id(),
                trade.shelf.put("Bolt"),
                "pending_approval",
                trade.neighbours.today(),
                "1.000",
                "1.00");
        trade.organization.sql(
                "suppliers",
                "insert into suppliers.purchase_order_approvals (purchase_order_id, approver_id, status, approved_at)"
                        + " values (?, ?, ?, case when ? then now() end)",
                order,
                approver,
                status,
                status.equals("approved"));
        if (escalatedTo != null) {
            trade.organization.sql(
                    "suppliers",
                    "update suppliers.purchase_order_approvals set escalated_to = ?, escalated_at = now()"
                            + " where purchase_order_id = ?",
                    escalatedTo,
                    order);
        }
    }

    @Test
    void goOverToAnotherUser() {
        waiting("pending", leaver, null);
        waiting("escalated", heir, leaver);
        waiting("approved", leaver, null);
        assertThat(trade.organization.read(() -> approvals.openAssignments(leaver)))
                .containsExactly(new AssignmentCount("purchase_order_approval", 2));

        assertThat(trade.in(() -> approvals.reassign(leaver, heir))).isEqualTo(2);

        assertThat(trade.organization.read(() -> approvals.openAssignments(leaver)))
                .isEmpty();
        assertThat(trade.organization.read(() -> approvals.openAssignments(heir)))
                .containsExactly(new AssignmentCount("purchase_order_approval", 2));
    }
}
