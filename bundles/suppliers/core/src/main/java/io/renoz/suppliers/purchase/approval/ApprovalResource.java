package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/approvals}: what waits for approval, and what was decided. */
@Component
@Path("approvals")
public final class ApprovalResource implements Reads<ApprovalResource.View> {

    /** A level that is approved. */
    public record Approved(@Nullable @Size(max = 2000) String comments) {}

    /** A level that is not. */
    public record Rejected(@NotBlank @Size(max = 2000) String comments) {}

    /** Rows are written by submitting an order. */
    record Nothing() {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID purchaseOrderId,
            @Nullable UUID approvalRuleId,
            int round,
            int level,
            UUID approverId,
            ApprovalStatus status,
            @Nullable String comments,
            @Nullable UUID decidedBy,
            @Nullable Instant approvedAt,
            @Nullable Instant rejectedAt,
            @Nullable Instant dueAt,
            @Nullable UUID escalatedTo,
            @Nullable Instant escalatedAt,
            @Nullable String escalationReason,
            @Nullable UUID delegatedFrom)
            implements Versioned {}

    private final Rows<Approval, Nothing, View> rows;
    private final Decisions decisions;

    @Activate
    public ApprovalResource(@Reference(target = "(domain=suppliers)") Tables tables, @Reference Decisions decisions) {
        this.rows = tables.of(Approval.class)
                .filter("status", "approverId", "purchaseOrderId", "dueAt")
                .sort("dueAt", "createdAt")
                .byName(Nothing.class, View.class);
        this.decisions = decisions;
    }

    @Override
    public Rows<Approval, Nothing, View> records() {
        return rows;
    }

    @POST
    @Path("{id}/approve")
    @Allow(Permissions.APPROVE)
    @Summary("Approves this level")
    @Answers({"invalid-transition", "not-approver", "self-approval", "not-your-turn"})
    public View approve(@PathParam("id") UUID id, Optional<Approved> approved) {
        PurchaseOrder order = decisions.hold(id);
        return rows.change(
                id,
                approval -> decisions.approve(
                        order, approval, approved.map(Approved::comments).orElse(null)));
    }

    @POST
    @Path("{id}/reject")
    @Allow(Permissions.APPROVE)
    @Summary("Rejects this level, and with it the order")
    @Answers({"invalid-transition", "not-approver"})
    public View reject(@PathParam("id") UUID id, Rejected rejected) {
        PurchaseOrder order = decisions.hold(id);
        return rows.change(id, approval -> decisions.reject(order, approval, rejected.comments()));
    }
}
