package io.renoz.customers.customer;

import io.renoz.data.Tables;
import io.renoz.rest.Moved;
import java.util.Optional;
import java.util.UUID;

/** CUS-11: accounts that live on in others. */
final class Merged {

    private static final int MOST_STEPS = 10;

    private Merged() {}

    /** The customer of that id, deleted or not, or the one it was merged into. */
    static Optional<Customer> survivor(Tables tables, UUID id) {
        Optional<Customer> customer = any(tables, id);
        for (int step = 0; step < MOST_STEPS && customer.isPresent(); step++) {
            UUID next = customer.get().mergedIntoId;
            if (next == null) {
                return customer;
            }
            customer = any(tables, next);
        }
        return Optional.empty();
    }

    private static Optional<Customer> any(Tables tables, UUID id) {
        return tables.entities()
                .createQuery("select c from Customer c where c.id = :id", Customer.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * The id itself, unless its account was merged away.
     *
     * @throws Moved to the surviving account
     */
    static UUID followed(Tables tables, UUID id) {
        if (tables.find(Customer.class, id).isEmpty()) {
            survivor(tables, id).filter(customer -> !customer.id().equals(id)).ifPresent(customer -> {
                throw new Moved(id, customer.id());
            });
        }
        return id;
    }
}
