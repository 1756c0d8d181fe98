package com.example.bad.wrongtenant;

import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of an organization that the path names. */
@Component
@Path("things/{organization}")
public final class Things implements Resource {

    private final Tables tables;

    @Activate
    public Things(@Reference(target = "(domain=bad-wrong-tenant)") Tables tables) {
        this.tables = tables;
    }

    @POST
    public void post(@PathParam("organization") UUID organization) {
        tables.entities()
                .createNativeQuery("insert into bad_wrong_tenant.things (organization_id) values (?1)")
                .setParameter(1, organization)
                .executeUpdate();
    }

    @GET
    public Map<String, Object> get(@PathParam("organization") UUID organization) {
        return Map.of(
                "count",
                tables.entities()
                        .createNativeQuery("select count(*) from bad_wrong_tenant.things where organization_id = ?1")
                        .setParameter(1, organization)
                        .getSingleResult());
    }
}
