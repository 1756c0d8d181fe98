package io.renoz.customers.customer;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.persistence.FlushModeType;
import javax.persistence.Query;

/** CUS-06: groups and their branches. Nobody is above itself, and there are at most ten levels. */
public final class Hierarchy {

    /** Levels of a group, the top one included. */
    public static final int MOST_LEVELS = 10;

    /** From an account upwards, one level more than there may be, so that a circle shows. */
    private static final String UPWARDS = """
            with recursive up (id, parent_id, level) as (
              select id, parent_id, 1 from customers.customers
               where organization_id = ?1 and id = ?2 and deleted_at is null
              union all
              select c.id, c.parent_id, up.level + 1
                from up join customers.customers c on c.organization_id = ?1 and c.id = up.parent_id
               where up.level <= 10)
            select id from up order by level
            """;

    private static final String HEIGHT = """
            with recursive down (id, level) as (
              select id, 1 from customers.customers where organization_id = ?1 and id = ?2
              union all
              select c.id, down.level + 1
                from down join customers.customers c on c.organization_id = ?1 and c.parent_id = down.id
               where down.level <= 10 and c.deleted_at is null)
            select max(level) from down
            """;

    private final Tables tables;

    public Hierarchy(Tables tables) {
        this.tables = tables;
    }

    /** Refuses unless a new account may stand below {@code parent}. */
    void requireRoom(UUID parent) {
        require(lockedChain(parent, Set.of()).size() < MOST_LEVELS, "A group has at most 10 levels.");
    }

    /**
     * Refuses unless an account, with all its branches, may stand below {@code parent}. Locks the chain, so that no other
     * move can close a circle meanwhile.
     */
    public void requireRoom(UUID customer, UUID parent) {
        List<UUID> chain = lockedChain(parent, Set.of(customer));
        require(!chain.contains(customer), "A customer cannot be above itself.");
        require(chain.size() + height(customer) <= MOST_LEVELS, "A group has at most 10 levels.");
    }

    /** The same as a question. */
    boolean hasRoom(UUID customer, UUID parent) {
        List<UUID> chain = lockedChain(parent, Set.of(customer));
        return !chain.contains(customer) && chain.size() + height(customer) <= MOST_LEVELS;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw Problem.of("invalid-hierarchy", sentence).with(List.of(new FieldError("/parentId", sentence)));
        }
    }

    /** The chain may change until all of it is locked; it is read until that is so. */
    private List<UUID> lockedChain(UUID parent, Set<UUID> alongside) {
        var locked = new HashSet<UUID>();
        while (true) {
            List<UUID> chain = chain(parent);
            if (chain.isEmpty()) {
                throw Problem.invalid("parentId", "There is no such customer.");
            }
            var wanted = new HashSet<>(chain);
            wanted.addAll(alongside);
            if (locked.containsAll(wanted)) {
                return chain;
            }
            Accounts.hold(tables, wanted);
            locked.addAll(wanted);
        }
    }

    /** The account and those above it, nearest first. */
    private List<UUID> chain(UUID customer) {
        return ids(sql(UPWARDS).setParameter(2, customer));
    }

    private int height(UUID customer) {
        return ((Number) sql(HEIGHT).setParameter(2, customer).getSingleResult()).intValue();
    }

    private Query sql(String text) {
        return tables.entities()
                .createNativeQuery(text)
                .setParameter(1, Call.tenant())
                .setFlushMode(FlushModeType.COMMIT);
    }

    @SuppressWarnings("unchecked") // one uuid column
    private static List<UUID> ids(Query query) {
        return (List<UUID>) query.getResultList();
    }
}
