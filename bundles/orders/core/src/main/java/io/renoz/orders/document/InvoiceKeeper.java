package io.renoz.orders.document;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.orders.order.Order;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ORD-23: makes the document of an invoice right after it was issued or revised. Not within the act itself, since whoever issues
 * next waits for that one.
 */
@Component
public final class InvoiceKeeper implements EventListener {

    private final Tables tables;
    private final OrderDocuments documents;

    @Activate
    public InvoiceKeeper(@Reference(target = "(domain=orders)") Tables tables, @Reference OrderDocuments documents) {
        this.tables = tables;
        this.documents = documents;
    }

    @Override
    public Set<String> events() {
        return Set.of("orders.invoice.issued", "orders.invoice.revised");
    }

    @Override
    public void handle(DomainEvent event) {
        tables.find(Order.class, event.aggregateId())
                .filter(Order::issued)
                .ifPresent(order -> documents.keepInvoice(order.id()));
    }
}
