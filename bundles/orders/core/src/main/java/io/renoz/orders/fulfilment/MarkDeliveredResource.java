package io.renoz.orders.fulfilment;

import io.renoz.data.Ids;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.fulfilment.DirectDeliveries.Delivery;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.payment.Books;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Example;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/line-items/{line-id}/mark-delivered} */
@Component
@Path("orders/{id}/line-items/{line-id}/mark-delivered")
public final class MarkDeliveredResource implements Resource {

    /**
     * What the customer got.
     *
     * @param deliveredOn today where there is none
     * @param serialNumbers exactly one a unit for goods with serial numbers, else none
     */
    public record Delivered(
            @NotNull @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @Nullable @Example("2026-03-02") LocalDate deliveredOn,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = Serials.LONGEST) String> serialNumbers) {

        List<String> serials() {
            return serialNumbers == null ? List.of() : serialNumbers;
        }
    }

    private final Books books;
    private final OrderRows orders;
    private final DirectDeliveries deliveries;
    private final Dates dates;

    @Activate
    public MarkDeliveredResource(
            @Reference Books books,
            @Reference OrderRows orders,
            @Reference DirectDeliveries deliveries,
            @Reference Dates dates) {
        this.books = books;
        this.orders = orders;
        this.deliveries = deliveries;
        this.dates = dates;
    }

    @POST
    @Summary("Delivers a quantity of a line without a shipment: labour, licences, goods handed over in person")
    @Answers({
        "over-delivery",
        "invalid-transition",
        "serial-required",
        "serial-duplicate",
        "serial-conflict",
        "insufficient-stock"
    })
    public OrderView deliver(@PathParam("id") UUID id, @PathParam("line-id") UUID lineId, Delivered delivered) {
        books.lock(id);
        return orders.rows().change(id, order -> {
            OrderLine line = order.line(lineId).orElseThrow(() -> Problem.notFound("order line"));
            order.requireOpen("delivered");
            LocalDate day = delivered.deliveredOn == null ? dates.today() : delivered.deliveredOn;
            if (day.isAfter(dates.today())) {
                throw Problem.invalid("deliveredOn", "This day is still to come.");
            }
            var source = new SourceRef("orders.mark_delivered", Ids.next());
            deliveries.inPerson(order, new Delivery(line, delivered.quantity, delivered.serials(), day, source));
        });
    }
}
