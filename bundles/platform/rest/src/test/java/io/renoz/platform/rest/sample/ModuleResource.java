package io.renoz.platform.rest.sample;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Tagged;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;

/** {@code /api/v1/modules}, a resource of the kernel. */
@Path("modules")
public final class ModuleResource implements Resource {

    public record Line(String name) {}

    @GET
    @Allow("modules.read")
    public Tagged<Page<Line>> list(@Context ListQuery query) {
        return new Tagged<>(new Page<>(List.of(new Line(String.valueOf(Call.tenant()))), "more", null), "7.1");
    }

    @PUT
    @Path("{name}/enabled")
    @Allow(Allow.SIGNED_IN)
    public Line enable(@PathParam("name") String name) {
        return new Line(name);
    }
}
