package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Decision;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.SelfApproval;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/price-changes}. What was asked for stays on record, whatever became of it. */
@Component
@Path("price-changes")
public final class PriceChangeResource implements Reads<PriceChangeView>, Creates<PriceChangeInput, PriceChangeView> {

    private final Tables tables;
    private final PriceChanges changes;
    private final PriceLedger ledger;
    private final SelfApproval selfApproval;

    @Activate
    public PriceChangeResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference PriceChanges changes,
            @Reference PriceLedger ledger,
            @Reference SelfApproval selfApproval) {
        this.tables = tables;
        this.changes = changes;
        this.ledger = ledger;
        this.selfApproval = selfApproval;
    }

    @Override
    public Rows<PriceChange, PriceChangeInput, PriceChangeView> records() {
        return changes.rows();
    }

    @Override
    public List<PriceChangeView> add(List<PriceChangeInput> inputs) {
        return changes.ask(inputs);
    }

    @POST
    @Path("{id}/decide")
    @Allow(Permissions.PRICE)
    @Summary("Approves or rejects, in the hand of somebody else than asked")
    @Answers({"invalid-transition", "self-approval"})
    public PriceChangeView decide(@PathParam("id") UUID id, Decision decision) {
        tables.lock(PriceChange.class, id);
        return changes.rows().change(id, change -> {
            change.require(
                    decision.approves() ? PriceChangeStatus.APPROVED : PriceChangeStatus.REJECTED,
                    PriceChangeStatus.PENDING);
            selfApproval.refuse(change.requestedBy);
            UUID user = Call.user().orElse(null);
            if (decision.approves()) {
                change.approve(user, ledger.now());
            } else {
                change.reject(String.valueOf(decision.rejectionReason()), user, ledger.now());
            }
        });
    }

    @POST
    @Path("{id}/apply")
    @Allow(Permissions.PRICE)
    @Summary("Applies an approved change now")
    @Answers("invalid-transition")
    public PriceChangeView apply(@PathParam("id") UUID id) {
        tables.lock(PriceChange.class, id);
        return changes.rows().change(id, changes::apply);
    }

    @POST
    @Path("{id}/cancel")
    @Summary("Withdraws a change that is not applied yet; one that waits for a decision only who asked for it")
    @Answers({"invalid-transition", "forbidden"})
    public PriceChangeView cancel(@PathParam("id") UUID id) {
        tables.lock(PriceChange.class, id);
        return changes.rows().change(id, change -> {
            boolean pending = change.status == PriceChangeStatus.PENDING;
            if (pending && !Call.user().equals(Optional.of(change.requestedBy))) {
                throw Problem.of("forbidden", "Only who asked for the change withdraws it before it is decided on.");
            }
            change.withdraw();
        });
    }
}
