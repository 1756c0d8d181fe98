package io.renoz.customers.priority;

import io.renoz.data.Patch;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/priority}: one a customer, so it is put, not posted. */
@Component
@Path("customers/{id}/priority")
public final class PriorityResource implements Resource {

    /** What a caller may set. */
    public record Input(
            PriorityLevel priorityLevel,
            ServiceLevel serviceLevel,
            @Nullable UUID accountManager,
            @Nullable @Size(max = 50) String contractNumber,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal contractValue,

            @Nullable LocalDate contractStartDate,
            @Nullable LocalDate contractEndDate,
            @Nullable @Size(max = 2000) String specialTerms) {

        public Input {
            priorityLevel = priorityLevel == null ? PriorityLevel.MEDIUM : priorityLevel;
            serviceLevel = serviceLevel == null ? ServiceLevel.STANDARD : serviceLevel;
            if (contractStartDate != null && contractEndDate != null && contractEndDate.isBefore(contractStartDate)) {
                throw Problem.invalid("contractEndDate", "A contract does not end before it starts.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            PriorityLevel priorityLevel,
            ServiceLevel serviceLevel,
            @Nullable UUID accountManager,
            @Nullable String contractNumber,
            @Nullable BigDecimal contractValue,
            @Nullable LocalDate contractStartDate,
            @Nullable LocalDate contractEndDate,
            @Nullable String specialTerms)
            implements Versioned {}

    private final Priorities priorities;

    @Activate
    public PriorityResource(@Reference Priorities priorities) {
        this.priorities = priorities;
    }

    @GET
    @Summary("The customer's priority")
    public View get(@PathParam("id") UUID customerId) {
        return priorities.find(customerId).orElseThrow(() -> Problem.notFound("priority"));
    }

    private UUID id(UUID customerId) {
        return priorities
                .of(customerId)
                .orElseThrow(() -> Problem.notFound("priority"))
                .id();
    }

    @PUT
    @Summary("Gives the customer a priority, or another")
    public View put(@PathParam("id") UUID customerId, Input input) {
        Optional<Priority> there = priorities.of(customerId);
        return there.isPresent()
                ? priorities.rows().update(there.get().id(), Patch.whole(input))
                : priorities.rows().within(customerId).createAll(List.of(input)).get(0);
    }

    @PATCH
    @Summary("Changes the customer's priority")
    public View update(@PathParam("id") UUID customerId, Patch<Input> patch) {
        return priorities.rows().update(id(customerId), patch);
    }

    @DELETE
    @Summary("Takes the customer's priority away")
    public void delete(@PathParam("id") UUID customerId) {
        priorities.rows().delete(id(customerId));
    }
}
