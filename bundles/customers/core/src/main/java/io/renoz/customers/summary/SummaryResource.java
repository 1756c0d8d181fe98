package io.renoz.customers.summary;

import io.renoz.customers.api.SummarySection;
import io.renoz.customers.customer.CustomerInput.Person;
import io.renoz.customers.customer.CustomerInput.Place;
import io.renoz.customers.customer.CustomerRows;
import io.renoz.customers.customer.CustomerView;
import io.renoz.customers.health.MetricsView;
import io.renoz.customers.priority.Priorities;
import io.renoz.customers.priority.PriorityResource;
import io.renoz.customers.tag.CustomerTags;
import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/summary} */
@Component
@Path("customers/{id}/summary")
public final class SummaryResource implements Resource {

    /**
     * All that the account page shows.
     *
     * @param primaryAddress the primary billing address, else any that is primary
     * @param sections what other modules show
     * @param leftOut modules whose section came too late or failed
     */
    public record Account(
            CustomerView customer,
            @Nullable Person primaryContact,
            @Nullable Place primaryAddress,
            @Nullable MetricsView metrics,
            PriorityResource.@Nullable View priority,
            List<String> tags,
            List<SummarySection> sections,
            List<String> leftOut) {}

    private final Tables tables;
    private final CustomerRows customers;
    private final Priorities priorities;
    private final CustomerTags tags;
    private final Sections sections;

    @Activate
    public SummaryResource(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference CustomerRows customers,
            @Reference Priorities priorities,
            @Reference CustomerTags tags,
            @Reference Sections sections) {
        this.tables = tables;
        this.customers = customers;
        this.priorities = priorities;
        this.tags = tags;
        this.sections = sections;
    }

    @GET
    @Summary("The account page in one call")
    public Account get(@PathParam("id") UUID id) {
        CustomerView customer = customers.get(id);
        Sections.Gathered gathered = sections.of(id);
        return new Account(
                customer,
                customer.primaryContact().orElse(null),
                customer.primaryAddress().orElse(null),
                MetricsView.of(tables, id).orElse(null),
                priorities.find(id).orElse(null),
                tags.names(id),
                gathered.sections(),
                gathered.leftOut());
    }
}
