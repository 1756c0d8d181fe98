package io.renoz.customers.customer;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** CUS-10: what becomes of an account, its people, addresses and branches when it is merged into another. */
@Component(service = Absorption.class)
public final class Absorption {

    private final Tables tables;
    private final CustomerRows customers;
    private final Openings openings;

    @Activate
    public Absorption(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference CustomerRows customers,
            @Reference Openings openings) {
        this.tables = tables;
        this.customers = customers;
        this.openings = openings;
    }

    /** The accounts of a merge, locked. */
    public record Parties(Customer survivor, List<Customer> others) {}

    /**
     * Locks all accounts of a merge.
     *
     * @throws Problem {@code not-found}, {@code invalid-transition} when the survivor was merged away itself,
     *     {@code merge-conflict} when one of the others was
     */
    public Parties lock(UUID survivorId, List<UUID> otherIds) {
        var all = new ArrayList<>(otherIds);
        all.add(survivorId);
        Map<UUID, Customer> live = Accounts.lock(tables, all);
        Customer survivor = live.get(survivorId);
        if (survivor == null) {
            throw gone(survivorId)
                    ? Problem.transition("This customer was merged into another itself.")
                    : Problem.notFound("customer");
        }
        var others = new ArrayList<Customer>();
        for (UUID id : otherIds) {
            Customer other = live.get(id);
            if (other == null) {
                throw gone(id)
                        ? Problem.of("merge-conflict", "One of the customers was merged into another already.")
                                .with("customerId", id)
                        : Problem.invalid("duplicates/" + otherIds.indexOf(id), "There is no such customer.");
            }
            others.add(other);
        }
        return new Parties(survivor, others);
    }

    private boolean gone(UUID id) {
        return Merged.survivor(tables, id)
                .filter(found -> !found.id().equals(id))
                .isPresent();
    }

    /** The account as it is, for the record of the merge. */
    public Json snapshot(Customer customer) {
        Object text = tables.entities()
                .createNativeQuery("select cast(to_jsonb(c) as text) from customers.customers c"
                        + " where c.organization_id = ?1 and c.id = ?2")
                .setParameter(1, Call.tenant())
                .setParameter(2, customer.id())
                .getSingleResult();
        return new Json(text.toString());
    }

    /** Moves people, addresses and branches; gives the ids of what moved, by table. */
    public Map<String, List<UUID>> take(Customer other, Customer survivor) {
        var moved = new LinkedHashMap<String, List<UUID>>();
        moved.put("customers", branches(other, survivor));
        moved.put("contacts", parts(Contact.class, other, survivor));
        moved.put("addresses", parts(Address.class, other, survivor));
        tables.flush();
        return moved;
    }

    /** Primary flags of the account that goes count only where the survivor has none. */
    private <P extends Ranked> List<UUID> parts(Class<P> type, Customer other, Customer survivor) {
        String text = "select p from " + type.getSimpleName() + " p where p.customerId = :customer order by p.id";
        var taken = new HashSet<Object>();
        tables.entities()
                .createQuery(text, type)
                .setParameter("customer", survivor.id())
                .getResultStream()
                .filter(Ranked::first)
                .forEach(part -> taken.add(part.kind()));
        var moved = new ArrayList<UUID>();
        for (P part : tables.entities()
                .createQuery(text, type)
                .setParameter("customer", other.id())
                .getResultList()) {
            part.moveTo(survivor.id());
            part.rank(part.first() && taken.add(part.kind()));
            moved.add(part.id());
        }
        return moved;
    }

    private List<UUID> branches(Customer other, Customer survivor) {
        var moved = new ArrayList<UUID>();
        if (other.id().equals(survivor.parentId)) {
            survivor.parentId = other.parentId;
        }
        var hierarchy = new Hierarchy(tables);
        for (Customer branch : branchesOf(other)) {
            if (!branch.id().equals(survivor.id())) {
                requireBelow(hierarchy, branch, survivor);
                branch.parentId = survivor.id();
                moved.add(branch.id());
            }
        }
        return moved;
    }

    private List<Customer> branchesOf(Customer other) {
        tables.flush();
        return tables.entities()
                .createQuery(
                        "select c from Customer c where c.parentId = :parent and c.deletedAt is null", Customer.class)
                .setParameter("parent", other.id())
                .getResultList();
    }

    /** CUS-06 holds for a merge, too; here it is the merge that does not fit. */
    private static void requireBelow(Hierarchy hierarchy, Customer branch, Customer survivor) {
        if (!hierarchy.hasRoom(branch.id(), survivor.id())) {
            throw Problem.of("merge-conflict", branch.name + " cannot become a branch of " + survivor.name + ".")
                    .with("customerId", branch.id());
        }
    }

    /** Ends the others and gives their fields to the survivor; what is unique is given up before it is taken. */
    public void settle(Parties parties, Map<String, UUID> asked) {
        parties.others.forEach(other -> {
            other.mergeInto(parties.survivor);
            openings.close(other.id());
        });
        tables.flush();
        Choices.apply(parties.survivor, parties.others, asked);
        parties.survivor.guardCredit(Call.current());
        parties.survivor.touch();
        tables.flush();
    }

    /** How the survivor looks. */
    public CustomerView view(Customer customer) {
        return customers.rows().view(customer);
    }
}
