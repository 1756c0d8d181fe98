package io.renoz.pipeline.quote;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.rest.Resource;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/quotes/{quote}/versions}. They are written with their quote. */
@Component
@Path("quotes/{parent}/versions")
public final class VersionResource implements Resource {

    private final QuoteRows rows;

    @Activate
    public VersionResource(@Reference QuoteRows rows) {
        this.rows = rows;
    }

    @GET
    public Page<VersionView> list(@PathParam("parent") UUID parent, @Context ListQuery query) {
        return rows.versions(parent, query);
    }

    @GET
    @Path("{id}")
    public VersionView get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return rows.version(parent, id);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", rows.versionOffer());
    }
}
