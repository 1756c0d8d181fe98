package io.renoz.customers.merge;

import io.renoz.customers.Permissions;
import io.renoz.customers.customer.CustomerView;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/merge} */
@Component
@Path("customers/{id}/merge")
public final class MergeResource implements Resource {

    private final Merging merging;

    @Activate
    public MergeResource(@Reference Merging merging) {
        this.merging = merging;
    }

    @POST
    @Allow(Permissions.MERGE)
    @Summary("Merges up to ten duplicates into this customer")
    @Answers({"merge-conflict", "invalid-transition", "participant-unavailable"})
    public CustomerView merge(@PathParam("id") UUID id, Merge merge) {
        merge.requireOthersThan(id);
        return merging.merge(id, merge);
    }
}
