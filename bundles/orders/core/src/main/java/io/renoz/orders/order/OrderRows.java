package io.renoz.orders.order;

import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders as a collection, for all resources whose answer is an order. */
@Component(service = OrderRows.class)
public final class OrderRows {

    private final Rows<Order, OrderInput, OrderView> rows;

    @Activate
    public OrderRows(@Reference(target = "(domain=orders)") Tables tables) {
        this.rows = table(tables).byName(OrderInput.class, OrderView.class);
    }

    /** What lists of orders can be filtered and sorted by. */
    static Table<Order> table(Tables tables) {
        return tables.of(Order.class)
                .filter("status", "paymentStatus", "invoiceStatus", "customerId", "assignedTo", "source", "priority")
                .filter("orderDate", "requiredDate", "promisedDate", "dueDate", "total", "balanceDue")
                .filter("quoteId", "opportunityId", "customerPoNumber", "externalRef", "createdAt", "updatedAt")
                .search("orderNumber", "invoiceNumber", "customerName", "customerPoNumber", "externalRef")
                .sort("-createdAt", "orderNumber", "orderDate", "requiredDate", "dueDate", "total", "balanceDue");
    }

    public Rows<Order, OrderInput, OrderView> rows() {
        return rows;
    }
}
