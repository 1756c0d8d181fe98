package io.renoz.customers.tag;

import io.renoz.customers.customer.Customer;
import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{parent}/tags} */
@Component
@Path("customers/{parent}/tags")
public final class CustomerTagResource
        implements PartLists<CustomerTagResource.View>,
                PartCreates<CustomerTagResource.Input, CustomerTagResource.View>,
                PartDeletes {

    /** What a caller may set. */
    public record Input(
            @NotNull UUID tagId, @Nullable @Size(max = 500) String notes) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID customerId,
            UUID tagId,
            Instant assignedAt,
            @Nullable UUID assignedBy,
            @Nullable String notes)
            implements Versioned {}

    private final Tables tables;
    private final Rows<TagAssignment, Input, View> assignments;
    private final Clock clock;

    @Activate
    public CustomerTagResource(@Reference(target = "(domain=customers)") Tables tables, @Reference Clock clock) {
        this.tables = tables;
        this.assignments = tables.of(TagAssignment.class)
                .filter("tagId")
                .sort("-assignedAt")
                .within("customerId", Customer.class)
                .byName(Input.class, View.class);
        this.clock = clock;
    }

    @Override
    public Rows<TagAssignment, Input, View> records() {
        return assignments;
    }

    @Override
    public List<View> add(UUID customerId, List<Input> inputs) {
        List<View> added = assignments
                .within(customerId)
                .createAll(
                        inputs,
                        (assignment, input) -> assignment.assigned(
                                Instant.now(clock), Call.user().orElse(null)));
        TagUse.more(tables, added.stream().map(View::tagId).toList());
        return added;
    }

    @Override
    public void delete(UUID customerId, UUID id) {
        UUID tag = tables.require(TagAssignment.class, id).tagId;
        PartDeletes.super.delete(customerId, id);
        TagUse.less(tables, List.of(tag));
    }
}
