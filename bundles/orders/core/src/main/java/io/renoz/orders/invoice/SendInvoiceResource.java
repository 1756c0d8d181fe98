package io.renoz.orders.invoice;

import io.renoz.orders.Permissions;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.payment.Books;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/send-invoice} */
@Component
@Path("orders/{id}/send-invoice")
public final class SendInvoiceResource implements Resource {

    private final Books books;

    @Activate
    public SendInvoiceResource(@Reference Books books) {
        this.books = books;
    }

    /** Mail to customers is what the module communications does; without it nothing is sent, and nothing is said to be. */
    @POST
    @Allow(Permissions.INVOICE)
    @Summary("Mails the invoice to the billing contacts; needs the module communications")
    @Answers({"module-disabled", "not-issued", "no-recipient"})
    public OrderView send(@PathParam("id") UUID id) {
        Order order = books.lock(id);
        if (!order.issued()) {
            throw Problem.of("not-issued", order.orderNumber() + " was not invoiced yet.");
        }
        throw Problem.of("module-disabled", "Invoices are mailed by the module communications, which is off.")
                .with("module", "communications");
    }
}
