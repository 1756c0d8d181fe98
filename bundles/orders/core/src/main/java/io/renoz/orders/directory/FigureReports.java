package io.renoz.orders.directory;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerFigures;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-25: tells customers what they bought and owe, after whatever changed it has been committed. */
@Component
public final class FigureReports implements EventListener {

    private final Figures figures;
    private final CustomerDirectory customers;
    private final CustomerFigures reports;

    @Activate
    public FigureReports(
            @Reference Figures figures, @Reference CustomerDirectory customers, @Reference CustomerFigures reports) {
        this.figures = figures;
        this.customers = customers;
        this.reports = reports;
    }

    @Override
    public Set<String> events() {
        return Set.of(
                "orders.order.confirmed",
                "orders.order.cancelled",
                "orders.order.amended",
                "orders.order.remainder-closed",
                "orders.invoice.issued",
                "orders.invoice.overdue",
                "orders.payment.*",
                "orders.credit.*");
    }

    @Override
    public void handle(DomainEvent event) {
        Object named = event.payload().get("customerId");
        if (named != null) {
            UUID customer = UUID.fromString(named.toString());
            customers.find(customer).ifPresent(known -> reports.report(known.id(), figures.of(known.id())));
        }
    }
}
