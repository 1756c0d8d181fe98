package io.renoz.orders.amendment;

import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.orders.Permissions;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import java.util.List;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/amendments} */
@Component
@Path("amendments")
public final class AmendmentResource implements Reads<AmendmentView>, Creates<AmendmentInput, AmendmentView> {

    private final Amendments amendments;

    @Activate
    public AmendmentResource(@Reference Amendments amendments) {
        this.amendments = amendments;
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
}
