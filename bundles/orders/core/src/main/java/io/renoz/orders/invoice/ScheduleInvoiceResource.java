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

/** {@code /api/v1/orders/orders/{id}/schedule-invoice} */
@Component
@Path("orders/{id}/schedule-invoice")
public final class ScheduleInvoiceResource implements Resource {

    /**
     * The day on which the invoice is issued.
     *
     * @param invoiceScheduledFor after today; none to issue it by hand again
     */
    public record Schedule(@Nullable LocalDate invoiceScheduledFor) {}

    private final Books books;
    private final OrderRows orders;
    private final Invoices invoices;

    @Activate
    public ScheduleInvoiceResource(@Reference Books books, @Reference OrderRows orders, @Reference Invoices invoices) {
        this.books = books;
        this.orders = orders;
        this.invoices = invoices;
    }

    @POST
    @Allow(Permissions.INVOICE)
    @Summary("Issues the invoice on a coming day; without a day it is not scheduled any more")
    @Answers("invalid-transition")
    public OrderView schedule(@PathParam("id") UUID id, Schedule schedule) {
        books.lock(id);
        return orders.rows().change(id, order -> invoices.schedule(order, schedule.invoiceScheduledFor));
    }
}
