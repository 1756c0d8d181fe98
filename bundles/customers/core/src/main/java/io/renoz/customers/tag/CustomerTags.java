package io.renoz.customers.tag;

import io.renoz.customers.AccountPart;
import io.renoz.data.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags of an account, all at once. */
@Component(service = CustomerTags.class)
public final class CustomerTags implements AccountPart {

    private final Tables tables;

    @Activate
    public CustomerTags(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    /** Names of the tags on a customer, in their order. */
    public List<String> names(UUID customerId) {
        return tables.entities()
                .createQuery(
                        "select t.name from Tag t, TagAssignment a"
                                + " where a.customerId = :customer and t.id = a.tagId order by t.name",
                        String.class)
                .setParameter("customer", customerId)
                .getResultList();
    }

    @Override
    public String table() {
        return "customer_tag_assignments";
    }

    /** CUS-10: unites them; what both had is counted once. */
    @Override
    public List<UUID> move(UUID from, UUID to) {
        Set<UUID> there = of(to).stream().map(assignment -> assignment.tagId).collect(Collectors.toSet());
        var moved = new ArrayList<UUID>();
        var dropped = new ArrayList<UUID>();
        for (TagAssignment assignment : of(from)) {
            if (there.contains(assignment.tagId)) {
                tables.remove(assignment);
                dropped.add(assignment.tagId);
            } else {
                assignment.customerId = to;
                moved.add(assignment.id());
            }
        }
        tables.flush();
        TagUse.less(tables, dropped);
        return moved;
    }

    private List<TagAssignment> of(UUID customer) {
        return tables.entities()
                .createQuery("select a from TagAssignment a where a.customerId = :customer", TagAssignment.class)
                .setParameter("customer", customer)
                .getResultList();
    }
}
