package io.renoz.customers.customer;

import io.renoz.data.Tables;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.RedirectionException;

/** CUS-11: accounts that live on in others. */
public final class Merged {

    private static final int MOST_STEPS = 10;
    private static final int PERMANENT_REDIRECT = 308;

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
     * @throws RedirectionException 308 to the same path of the surviving account
     */
    public static UUID followed(Tables tables, UUID id) {
        if (tables.find(Customer.class, id).isEmpty()) {
            survivor(tables, id).filter(customer -> !customer.id().equals(id)).ifPresent(customer -> {
                throw new RedirectionException(
                        PERMANENT_REDIRECT, URI.create("/api/v1/customers/customers/" + customer.id()));
            });
        }
        return id;
    }
}
