package io.renoz.platform.rest.sample;

import io.renoz.data.Call;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** {@code /api/v1/operator/organizations}. */
@OperatorPlane
@Path("organizations")
public final class HostResource implements Resource {

    @GET
    public Map<String, String> list() {
        return Map.of("by", Call.current().actor().name());
    }

    @POST
    @Path("{id}/close")
    public void close(@PathParam("id") UUID id) {}
}
