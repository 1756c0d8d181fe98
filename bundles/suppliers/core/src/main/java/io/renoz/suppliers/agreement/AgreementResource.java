package io.renoz.suppliers.agreement;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Decision;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.SelfApproval;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/suppliers/price-agreements}. Changing one that waits for a decision takes it back, changing one that was
 * rejected reworks it: both are drafts again.
 */
@Component
@Path("price-agreements")
public final class AgreementResource implements Crud<AgreementInput, AgreementView> {

    /** Why an agreement ends. */
    public record Termination(@NotBlank @Size(max = 500) String reason) {}

    private final Rows<PriceAgreement, AgreementInput, AgreementView> agreements;
    private final Agreements drafting;
    private final SelfApproval selfApproval;
    private final Clock clock;

    @Activate
    public AgreementResource(
            @Reference Agreements drafting, @Reference SelfApproval selfApproval, @Reference Clock clock) {
        this.drafting = drafting;
        this.agreements = drafting.rows();
        this.selfApproval = selfApproval;
        this.clock = clock;
    }

    @Override
    public Rows<PriceAgreement, AgreementInput, AgreementView> records() {
        return agreements;
    }

    @Override
    public List<AgreementView> add(List<AgreementInput> inputs) {
        return drafting.draft(inputs);
    }

    @Override
    @Answers("invalid-transition")
    public AgreementView update(UUID id, Patch<AgreementInput> patch) {
        return drafting.revise(id, patch);
    }

    @Override
    @Answers("invalid-transition")
    public void delete(UUID id) {
        drafting.held(id).requireDeletable();
        agreements.delete(id);
    }

    @POST
    @Path("{id}/submit")
    @Allow(Permissions.SUBMIT)
    @Summary("Asks for approval")
    @Answers({"invalid-transition", "validation-failed"})
    public AgreementView submit(@PathParam("id") UUID id) {
        drafting.held(id);
        return agreements.change(id, agreement -> agreement.submit(Call.user().orElse(null)));
    }

    @POST
    @Path("{id}/decide")
    @Allow(Permissions.APPROVE)
    @Summary("Approves or rejects, in the hand of somebody else than asked")
    @Answers({"invalid-transition", "self-approval"})
    public AgreementView decide(@PathParam("id") UUID id, Decision decision) {
        drafting.held(id);
        return agreements.change(id, agreement -> {
            agreement.require(
                    decision.approves() ? PriceAgreementStatus.APPROVED : PriceAgreementStatus.REJECTED,
                    PriceAgreementStatus.PENDING);
            selfApproval.refuse(agreement.askers());
            UUID user = Call.user().orElse(null);
            Instant now = Instant.now(clock);
            if (decision.approves()) {
                agreement.approve(user, now);
            } else {
                agreement.reject(String.valueOf(decision.rejectionReason()), user, now);
            }
        });
    }

    @POST
    @Path("{id}/terminate")
    @Summary("Ends an agreement early, or gives up a draft, with a reason")
    @Answers("invalid-transition")
    public AgreementView terminate(@PathParam("id") UUID id, Termination termination) {
        drafting.held(id);
        return agreements.change(id, agreement -> agreement.terminate(termination.reason()));
    }
}
