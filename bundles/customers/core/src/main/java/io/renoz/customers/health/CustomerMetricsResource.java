package io.renoz.customers.health;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/metrics} */
@Component
@Path("customers/{id}/metrics")
public final class CustomerMetricsResource implements Resource {

    private final Tables tables;

    @Activate
    public CustomerMetricsResource(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @GET
    @Summary("The customer's figures")
    public MetricsView get(@PathParam("id") UUID id) {
        return MetricsView.of(tables, id).orElseThrow(() -> Problem.notFound("customer"));
    }
}
