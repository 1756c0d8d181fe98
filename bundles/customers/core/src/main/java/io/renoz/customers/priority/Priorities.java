package io.renoz.customers.priority;

import io.renoz.customers.AccountPart;
import io.renoz.customers.customer.Customer;
import io.renoz.customers.priority.PriorityResource.Input;
import io.renoz.customers.priority.PriorityResource.View;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The priorities of accounts. */
@Component(service = Priorities.class)
public final class Priorities implements AccountPart {

    private final Tables tables;
    private final Rows<Priority, Input, View> rows;

    @Activate
    public Priorities(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
        this.rows =
                tables.of(Priority.class).within("customerId", Customer.class).byName(Input.class, View.class);
    }

    Rows<Priority, Input, View> rows() {
        return rows;
    }

    /** The priority of a customer, if it was given one. */
    public Optional<View> find(UUID customer) {
        return of(customer).map(rows::view);
    }

    @Override
    public String table() {
        return "customer_priorities";
    }

    /** CUS-10: it goes along unless the other account has one. */
    @Override
    public List<UUID> move(UUID from, UUID to) {
        Optional<Priority> priority = of(from);
        if (priority.isEmpty() || of(to).isPresent()) {
            return List.of();
        }
        priority.get().moveTo(to);
        tables.flush();
        return List.of(priority.get().id());
    }

    Optional<Priority> of(UUID customer) {
        return tables.findBy(Priority.class, "customerId", customer);
    }
}
