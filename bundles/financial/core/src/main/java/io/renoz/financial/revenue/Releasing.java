package io.renoz.financial.revenue;

import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.Turns;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-20: makes deferred money revenue. */
@Component(service = Releasing.class)
public final class Releasing {

    private final Tables tables;
    private final Revenue revenue;
    private final OrderDirectory orders;
    private final Turns turns;
    private final Books books;

    @Activate
    public Releasing(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Revenue revenue,
            @Reference OrderDirectory orders,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.revenue = revenue;
        this.orders = orders;
        this.turns = turns;
        this.books = books;
    }

    /** Takes the turn of its order, then the deferral. */
    Deferral lock(UUID id) {
        turns.ofOrder(tables.require(Deferral.class, id).orderId);
        return tables.lock(Deferral.class, id);
    }

    /** Releases a part of a deferral that {@link #lock} gave; all that remains when null. */
    Recognition release(
            Deferral deferral,
            @Nullable BigDecimal asked,
            LocalDate on,
            RecognitionType type,
            @Nullable String sourceKey,
            @Nullable String notes) {
        books.requireOpen(on);
        BigDecimal part = asked == null ? deferral.remainingAmount : asked;
        if (part.signum() == 0) {
            throw Problem.of("exceeds-remaining", "Nothing is deferred any more.")
                    .with("remaining", deferral.remainingAmount);
        }
        OrderSummary order = orders.find(deferral.orderId).orElseThrow(() -> Problem.notFound("order"));
        deferral.release(part);
        revenue.requireRoom(order, part);
        var entry = new Recognition(deferral.orderId, type, part, on);
        entry.deferredRevenueId = deferral.id();
        entry.sourceKey = sourceKey;
        entry.notes = notes;
        entry.recognize();
        tables.add(entry);
        tables.flush();
        revenue.tell("released", entry);
        revenue.tell("recognized", entry);
        return entry;
    }
}
