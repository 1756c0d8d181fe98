package io.renoz.orders.payment;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.orders.api.OpenItem;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/receivables}: what collectors go by. */
@Component
@Path("receivables")
public final class ReceivablesResource implements Resource {

    private final LedgerReads reads;
    private final Dates dates;

    @Activate
    public ReceivablesResource(@Reference LedgerReads reads, @Reference Dates dates) {
        this.reads = reads;
        this.dates = dates;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of(
                "list",
                new Offer(Map.of("asOf", LocalDate.class, "customerId", UUID.class), List.of(), List.of(), List.of()));
    }

    @GET
    @Summary("Issued orders with something due at the end of a day, today where none is said, by customer and due date")
    public Page<OpenItem> list(@Context ListQuery query) {
        String asOf = query.filters().get("asOf");
        LocalDate day = asOf == null ? dates.today() : day(asOf);
        UUID customer = customer(query.filters().get("customerId"));
        Page<OpenItem> page = reads.openItems(customer, day, query.cursor().orElse(null), query.limit());
        return query.count() ? new Page<>(page.items(), page.next(), reads.countOpen(customer, day)) : page;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.parameter("asOf", "This is an ISO date, as 2026-06-30.")
                    .because(e);
        }
    }

    private static @Nullable UUID customer(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter("customerId", "This is no id.").because(e);
        }
    }
}
