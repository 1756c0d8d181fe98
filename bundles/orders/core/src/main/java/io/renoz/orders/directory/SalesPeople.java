package io.renoz.orders.directory;

import io.renoz.data.Tables;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.order.Order;
import io.renoz.users.api.AssignmentHolder;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is in charge of which orders that are not over yet. */
@Component
public final class SalesPeople implements AssignmentHolder {

    private static final String OPEN =
            "from Order o where o.assignedTo = :user and o.status not in :over and o.deletedAt is null";

    private static final List<OrderStatus> OVER = List.of(OrderStatus.DELIVERED, OrderStatus.CANCELLED);

    private final Tables tables;

    @Activate
    public SalesPeople(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        Long count = tables.entities()
                .createQuery("select count(o) " + OPEN, Long.class)
                .setParameter("user", user)
                .setParameter("over", OVER)
                .getSingleResult();
        return count == 0 ? List.of() : List.of(new AssignmentCount(RecordTypes.ORDER, count.intValue()));
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Order> theirs = tables.entities()
                .createQuery("select o " + OPEN + " order by o.id", Order.class)
                .setParameter("user", from)
                .setParameter("over", OVER)
                .getResultList();
        theirs.forEach(order -> order.assign(to));
        tables.flush();
        return theirs.size();
    }
}
