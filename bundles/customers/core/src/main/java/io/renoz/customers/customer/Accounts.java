package io.renoz.customers.customer;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.FlushModeType;

/** Finds and locks accounts, for all of the module. */
public final class Accounts {

    private static final String LOCK = """
            select id from customers.customers
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) order by id for update
            """;

    private Accounts() {}

    /** The account a customer lives on in, which is its own unless it was merged away; empty when there is none left. */
    public static Optional<UUID> survivor(Tables tables, UUID id) {
        return Merged.survivor(tables, id)
                .filter(customer -> !customer.deleted())
                .map(Customer::id);
    }

    /**
     * Refuses unless all of the customers are there.
     *
     * @throws Problem {@code validation-failed} at the field customerId
     */
    public static void requireAll(Tables tables, Collection<UUID> ids) {
        List<UUID> wanted = ids.stream().distinct().toList();
        List<UUID> found = tables.entities()
                .createQuery("select c.id from Customer c where c.id in :ids and c.deletedAt is null", UUID.class)
                .setParameter("ids", wanted)
                .getResultList();
        if (found.size() < wanted.size()) {
            throw Problem.invalid("customerId", "There is no such customer.");
        }
    }

    /** Ids as PostgreSQL reads them in {@code cast(? as uuid[])}. */
    public static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Those of the customers that are there, by id, locked until the end of the transaction: in the order of their ids, so
     * that two changes never wait for each other in a circle.
     *
     * <p>The lock is taken by SQL, before they are read. Taken by JPA it would read the parts of each customer, too, over
     * what is about to change in them.
     */
    public static Map<UUID, Customer> lock(Tables tables, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        hold(tables, ids);
        return tables.entities()
                .createQuery("select c from Customer c where c.id in :ids and c.deletedAt is null", Customer.class)
                .setParameter("ids", ids.stream().distinct().toList())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** The same without reading them. */
    static void hold(Tables tables, Collection<UUID> ids) {
        tables.entities()
                .createNativeQuery(LOCK)
                .setParameter(1, Call.tenant())
                .setParameter(2, array(ids.stream().distinct()))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
