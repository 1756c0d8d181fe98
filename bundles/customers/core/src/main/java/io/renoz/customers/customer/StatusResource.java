package io.renoz.customers.customer;

import io.renoz.customers.api.CustomerStatus;
import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.event.EventPublisher;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/status} */
@Component
@Path("customers/{id}/status")
public final class StatusResource implements Resource {

    /**
     * A move along the life cycle.
     *
     * @param reason needed to suspend, to blacklist and to rehabilitate
     */
    public record Move(
            @NotNull CustomerStatus status,
            @Nullable @Size(max = 500) String reason) {
        public Move {
            reason = Texts.plain(reason);
        }
    }

    private final Rows<Customer, CustomerInput, CustomerView> customers;
    private final EventPublisher events;

    @Activate
    public StatusResource(@Reference CustomerRows customers, @Reference EventPublisher events) {
        this.customers = customers.rows();
        this.events = events;
    }

    @POST
    @Summary("Changes the status, with a reason")
    @Answers({"invalid-transition", "forbidden"})
    public CustomerView move(@PathParam("id") UUID id, Move move) {
        return customers.change(id, customer -> {
            CustomerStatus before = customer.status;
            customer.become(move.status, move.reason, Call.current());
            events.publish(CustomerEvents.statusChanged(customer, before));
        });
    }
}
