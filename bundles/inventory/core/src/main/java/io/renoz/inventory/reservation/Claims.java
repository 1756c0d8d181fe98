package io.renoz.inventory.reservation;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.inventory.serial.SerialAllocation;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locks reservations, always before balances and in the order of their ids, and closes them. */
@Component(service = Claims.class)
public final class Claims {

    private static final String OF_LINES = """
            select id from inventory.stock_reservations
             where organization_id = ?1 and demand_type = ?2 and demand_line_id = any (cast(?3 as uuid[]))
             order by id for no key update
            """;

    private static final String OF_DEMAND = """
            select id from inventory.stock_reservations
             where organization_id = ?1 and demand_type = ?2 and demand_id = ?3
               and status in ('active', 'partially_fulfilled') order by id for no key update
            """;

    private static final String BY_ID = """
            select id from inventory.stock_reservations
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) order by id for no key update
            """;

    /** INV-24: what keeps the module from being switched off. */
    private static final String ANY_OPEN = """
            select demand_type, demand_number, cast(demand_id as text) from inventory.stock_reservations
             where organization_id = ?1 and status in ('active', 'partially_fulfilled') order by id limit 100
            """;

    private final Tables tables;
    private final Journals journals;
    private final Units units;
    private final EventPublisher events;
    private final InventoryCalendar calendar;

    @Activate
    public Claims(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Journals journals,
            @Reference Units units,
            @Reference EventPublisher events,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.journals = journals;
        this.units = units;
        this.events = events;
        this.calendar = calendar;
    }

    /** Those of some lines, whatever their state. */
    public Holdings ofLines(String demandType, Collection<UUID> lines) {
        return lines.isEmpty()
                ? read(List.of())
                : read(Sql.column(tables, UUID.class, OF_LINES, demandType, Sql.array(lines)));
    }

    /** The open ones of a document. */
    Holdings openOf(String demandType, UUID demand) {
        return read(Sql.column(tables, UUID.class, OF_DEMAND, demandType, demand));
    }

    /** Some by id. */
    public Holdings byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? read(List.of()) : read(Sql.column(tables, UUID.class, BY_ID, Sql.array(ids)));
    }

    /** Those that are locked already. */
    Holdings read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new Holdings(tables, List.of(), List.of());
        }
        tables.flush();
        List<StockReservation> reservations = tables.entities()
                .createQuery(
                        "select r from StockReservation r where r.id in :ids order by r.id", StockReservation.class)
                .setParameter("ids", List.copyOf(ids))
                .setHint("eclipselink.refresh", "true")
                .getResultList();
        List<ReservationAllocation> held = tables.entities()
                .createQuery(
                        "select a from ReservationAllocation a where a.reservationId in :ids order by a.id",
                        ReservationAllocation.class)
                .setParameter("ids", List.copyOf(ids))
                .setHint("eclipselink.refresh", "true")
                .getResultList();
        return new Holdings(tables, reservations, held);
    }

    /** Gives back what open reservations hold, their chosen units included, and closes them. */
    public void close(Collection<StockReservation> closing, Holdings holdings, ReservationStatus how, String reason) {
        if (closing.isEmpty()) {
            return;
        }
        closing.forEach(reservation -> reservation.requireOpen(how));
        Journal journal = journals.claims(document(closing.iterator().next()));
        journal.lock(
                closing.stream()
                        .flatMap(reservation -> holdings.balances(reservation).stream())
                        .toList(),
                List.of());
        unchoose(closing);
        for (StockReservation reservation : closing) {
            holdings.give(reservation, holdings.held(reservation), journal);
            reservation.close(how, reason, calendar.now());
            tell(
                    how == ReservationStatus.EXPIRED ? InventoryEvents.EXPIRED : InventoryEvents.RELEASED,
                    reservation,
                    holdings);
        }
        journal.write();
    }

    static DocumentRef document(StockReservation reservation) {
        return new DocumentRef(reservation.demandType, reservation.demandId, reservation.demandNumber);
    }

    /** Takes back the choice of units of reservations; balances are locked. */
    private void unchoose(Collection<StockReservation> reservations) {
        List<SerialAllocation> active = units
                .choices(reservations.stream().map(StockReservation::id).toList())
                .stream()
                .filter(SerialAllocation::active)
                .toList();
        var byId = new HashMap<UUID, SerializedItem>();
        units.lockIds(active.stream().map(SerialAllocation::unit).toList())
                .values()
                .forEach(unit -> byId.put(unit.id(), unit));
        active.forEach(choice -> units.unchoose(choice, byId.get(choice.unit())));
    }

    /** Tells what became of a reservation, in absolute figures. */
    void tell(String event, StockReservation reservation, Holdings holdings) {
        BigDecimal held = holdings.held(reservation);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("demandType", reservation.demandType);
        payload.put("demandId", reservation.demandId);
        payload.put("demandLineId", reservation.demandLineId);
        payload.put("productId", reservation.productId);
        payload.put("productIds", List.of(reservation.productId));
        payload.put("quantity", reservation.quantity);
        payload.put("allocated", held);
        payload.put("fulfilled", reservation.quantityFulfilled);
        events.publish(new DomainEvent(event, "stock_reservation", reservation.id(), payload));
    }

    /** Open reservations by their documents, at most 100. */
    public List<String> open() {
        return Sql.rows(tables, ANY_OPEN).stream()
                .map(row -> row[0] + " " + (row[1] == null ? row[2] : row[1]))
                .toList();
    }

    static BigDecimal waiting(StockReservation reservation, Holdings holdings) {
        return reservation.open().subtract(holdings.held(reservation)).max(Amounts.NO_GOODS);
    }
}
