package io.renoz.orders.invoice;

import io.renoz.orders.Permissions;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.payment.Books;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/issue-invoice} */
@Component
@Path("orders/{id}/issue-invoice")
public final class IssueInvoiceResource implements Resource {

    /**
     * When the invoice is of.
     *
     * @param invoiceDate today where there is none
     */
    public record Issue(@Nullable LocalDate invoiceDate) {}

    private final Books books;
    private final OrderRows orders;
    private final Invoices invoices;

    @Activate
    public IssueInvoiceResource(@Reference Books books, @Reference OrderRows orders, @Reference Invoices invoices) {
        this.books = books;
        this.orders = orders;
        this.invoices = invoices;
    }

    @POST
    @Allow(Permissions.INVOICE)
    @Summary("Gives the order its invoice number and due date; the document is made and kept")
    @Answers({"invalid-transition", "already-issued", "billing-address-missing", "period-locked"})
    public OrderView issue(@PathParam("id") UUID id, Issue issue) {
        books.lock(id);
        return orders.rows().change(id, order -> invoices.issue(order, issue.invoiceDate));
    }
}
