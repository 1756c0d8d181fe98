package io.renoz.platform.registry.operator;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/audit}. */
@Component(service = Resource.class)
@OperatorPlane
@Path("audit")
public final class AuditResource implements Resource {

    private final Audit audit;

    @Activate
    public AuditResource(@Reference Audit audit) {
        this.audit = audit;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", Audit.ENTRIES.offer());
    }

    @GET
    @Summary("What operators did, the newest first")
    public Page<Audit.Entry> list(@Context ListQuery query) {
        return audit.list(query);
    }
}
