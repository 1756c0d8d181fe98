package io.renoz.orders.invoice;

import io.renoz.orders.OrderSettings;
import io.renoz.orders.order.Order;
import io.renoz.settings.api.SettingsReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ORD-22: invoices that are issued by themselves, when an order is confirmed or when it ships first. What cannot be issued, for
 * want of an address or because today is closed, is left to people. Called last in a transaction.
 */
@Component(service = AutomaticInvoices.class)
public final class AutomaticInvoices {

    private final SettingsReader settings;
    private final Invoices invoices;

    @Activate
    public AutomaticInvoices(@Reference SettingsReader settings, @Reference Invoices invoices) {
        this.settings = settings;
        this.invoices = invoices;
    }

    /** The order, whose row is locked, was confirmed. */
    public void confirmed(Order order) {
        on("confirm", order);
    }

    /** Something of the order, whose row is locked, left the house. */
    public void shipped(Order order) {
        on("ship", order);
    }

    private void on(String happening, Order order) {
        boolean wanted = settings.getString(OrderSettings.CATEGORY, OrderSettings.INVOICE_ON)
                .equals(happening);
        if (wanted && order.invoiceScheduledFor().isEmpty() && invoices.issuable(order)) {
            invoices.issue(order, null);
        }
    }
}
