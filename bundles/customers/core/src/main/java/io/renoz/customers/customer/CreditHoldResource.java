package io.renoz.customers.customer;

import io.renoz.customers.Permissions;
import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/credit-hold} */
@Component
@Path("customers/{id}/credit-hold")
public final class CreditHoldResource implements Resource {

    /** CUS-04: a hold has a reason. */
    public record Hold(
            @NotNull Boolean creditHold,
            @Nullable @Size(max = 500) String creditHoldReason) {
        public Hold {
            creditHoldReason = Texts.plain(creditHoldReason);
            if (Boolean.TRUE.equals(creditHold) && creditHoldReason == null) {
                throw Problem.invalid("creditHoldReason", "A credit hold needs a reason.");
            }
        }
    }

    private final Rows<Customer, CustomerInput, CustomerView> customers;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public CreditHoldResource(
            @Reference CustomerRows customers, @Reference EventPublisher events, @Reference Clock clock) {
        this.customers = customers.rows();
        this.events = events;
        this.clock = clock;
    }

    @PUT
    @Allow(Permissions.CREDIT)
    @Summary("Sets or lifts the credit hold")
    public CustomerView put(@PathParam("id") UUID id, Hold hold) {
        return customers.change(id, customer -> {
            boolean before = customer.creditHold;
            if (hold.creditHoldReason != null && hold.creditHold) {
                customer.hold(
                        hold.creditHoldReason, Instant.now(clock), Call.user().orElse(null));
            } else {
                customer.release();
            }
            if (before != customer.creditHold) {
                events.publish(CustomerEvents.creditHoldChanged(customer));
            }
        });
    }
}
