package io.renoz.customers.customer;

import io.renoz.data.Tables;
import io.renoz.users.api.AssignmentHolder;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who owns which accounts in sales. */
@Component
public final class Owners implements AssignmentHolder {

    private static final String OWNED = "from Customer c where c.ownerId = :user and c.deletedAt is null";

    private final Tables tables;

    @Activate
    public Owners(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        Long count = tables.entities()
                .createQuery("select count(c) " + OWNED, Long.class)
                .setParameter("user", user)
                .getSingleResult();
        return count == 0 ? List.of() : List.of(new AssignmentCount("customer", count.intValue()));
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Customer> theirs = tables.entities()
                .createQuery("select c " + OWNED, Customer.class)
                .setParameter("user", from)
                .getResultList();
        theirs.forEach(customer -> customer.ownerId = to);
        tables.flush();
        return theirs.size();
    }
}
