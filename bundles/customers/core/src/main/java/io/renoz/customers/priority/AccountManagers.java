package io.renoz.customers.priority;

import io.renoz.data.Tables;
import io.renoz.users.api.AssignmentHolder;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who looks after which customers under contract. */
@Component
public final class AccountManagers implements AssignmentHolder {

    private final Tables tables;

    @Activate
    public AccountManagers(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        int count = of(user).size();
        return count == 0 ? List.of() : List.of(new AssignmentCount("customer_priority", count));
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Priority> theirs = of(from);
        theirs.forEach(priority -> priority.assignTo(to));
        tables.flush();
        return theirs.size();
    }

    private List<Priority> of(UUID user) {
        return tables.entities()
                .createQuery("select p from Priority p where p.accountManager = :user", Priority.class)
                .setParameter("user", user)
                .getResultList();
    }
}
