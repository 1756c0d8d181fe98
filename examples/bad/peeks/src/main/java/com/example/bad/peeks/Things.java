package com.example.bad.peeks;

import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of customers, without asking customers. */
@Component
@Path("things")
public final class Things implements Resource {

    private final Tables tables;

    @Activate
    public Things(@Reference(target = "(domain=bad-peeks)") Tables tables) {
        this.tables = tables;
    }

    @GET
    public List<?> get() {
        return tables.entities()
                .createNativeQuery("select name from customers.customers")
                .getResultList();
    }
}
