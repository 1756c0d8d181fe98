package com.example.bad.throwing;

import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes, and then breaks. */
@Component
@Path("things")
public final class Things implements Resource {

    private final Tables tables;

    @Activate
    public Things(@Reference(target = "(domain=bad-throws)") Tables tables) {
        this.tables = tables;
    }

    @POST
    public void post() {
        tables.entities()
                .createNativeQuery("insert into bad_throws.things default values")
                .executeUpdate();
        throw new IllegalStateException("the combination of the safe is 1234");
    }

    @GET
    public Map<String, Object> get() {
        return Map.of(
                "count",
                tables.entities()
                        .createNativeQuery("select count(*) from bad_throws.things")
                        .getSingleResult());
    }
}
