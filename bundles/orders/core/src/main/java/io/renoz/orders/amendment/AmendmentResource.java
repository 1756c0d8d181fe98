package io.renoz.orders.amendment;

import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.orders.Permissions;
import io.renoz.orders.order.Normal;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.util.List;
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

/** {@code /api/v1/orders/amendments}: amendments and their life. */
@Component
@Path("amendments")
public final class AmendmentResource implements Reads<AmendmentView>, Creates<AmendmentInput, AmendmentView> {

    /** An approval. */
    public record Approval(@Nullable @Size(max = 2000) String reviewNote) {
        public Approval {
            reviewNote = Normal.text(reviewNote);
        }
    }

    /** A rejection. */
    public record Rejection(@NotBlank @Size(max = 2000) String reviewNote) {}

    /**
     * How it is applied.
     *
     * @param force although the order changed since; for admins
     */
    public record Applying(boolean force) {}

    private final Amendments amendments;
    private final Application application;

    @Activate
    public AmendmentResource(@Reference Amendments amendments, @Reference Application application) {
        this.amendments = amendments;
        this.application = application;
    }

    @Override
    public Rows<OrderAmendment, AmendmentInput, AmendmentView> records() {
        return amendments.rows();
    }

    @Override
    @Allow(Permissions.AMEND)
    @Answers({"invalid-transition", "unpick-first", "below-shipped", "empty-order"})
    public Created<AmendmentView> create(AmendmentInput input) {
        return Creates.super.create(input);
    }

    @Override
    @Allow(Permissions.AMEND)
    @Answers({"invalid-transition", "unpick-first", "below-shipped", "empty-order"})
    public Page<AmendmentView> createAll(Bulk<AmendmentInput> inputs) {
        return Creates.super.createAll(inputs);
    }

    @Override
    public List<AmendmentView> add(List<AmendmentInput> inputs) {
        return amendments.request(inputs);
    }

    @POST
    @Path("{id}/approve")
    @Allow(Permissions.APPROVE)
    @Summary("Approves an amendment; not for its requester where four eyes are wanted.")
    @Answers({"invalid-transition", "four-eyes"})
    public AmendmentView approve(@PathParam("id") UUID id, Approval approval) {
        return amendments.approve(id, approval.reviewNote());
    }

    @POST
    @Path("{id}/reject")
    @Allow(Permissions.APPROVE)
    @Summary("Rejects an amendment, with a reason.")
    @Answers("invalid-transition")
    public AmendmentView reject(@PathParam("id") UUID id, Rejection rejection) {
        return amendments.reject(id, rejection.reviewNote());
    }

    @POST
    @Path("{id}/apply")
    @Allow(Permissions.AMEND)
    @Summary("Changes the order as the approved amendment says.")
    @Answers({
        "invalid-transition",
        "version-conflict",
        "unpick-first",
        "below-shipped",
        "period-locked",
        "credit-limit-exceeded",
        "insufficient-stock",
        "payments-outstanding"
    })
    public AmendmentView apply(@PathParam("id") UUID id, Applying applying) {
        return application.apply(id, applying.force());
    }

    @POST
    @Path("{id}/cancel")
    @Allow(Permissions.AMEND)
    @Summary("Withdraws an amendment.")
    @Answers("invalid-transition")
    public AmendmentView cancel(@PathParam("id") UUID id) {
        return amendments.withdraw(id);
    }
}
