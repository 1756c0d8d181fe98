package io.renoz.inventory.stock;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.location.Places;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens postings. */
@Component(service = Journals.class)
public final class Journals {

    final Tables tables;
    final Balances balances;
    final Places places;
    final InventoryCalendar calendar;
    final EventPublisher events;

    @Activate
    public Journals(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Balances balances,
            @Reference Places places,
            @Reference InventoryCalendar calendar,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.balances = balances;
        this.places = places;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * A posting for a document.
     *
     * @param occurredAt null for now
     * @throws io.renoz.problem.Problem {@code period-closed}
     */
    public Journal open(DocumentRef document, @Nullable Instant occurredAt) {
        return new Journal(this, document, calendar.postingTime(occurredAt));
    }

    /** One that claims goods or gives them back, and moves none: it is always of now. */
    public Journal claims(DocumentRef document) {
        return new Journal(this, document, calendar.now());
    }

    /** Writes what has changed now, so that sums in the database see it. */
    public void flush() {
        tables.flush();
    }
}
