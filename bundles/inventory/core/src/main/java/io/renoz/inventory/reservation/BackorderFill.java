package io.renoz.inventory.reservation;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Picking;
import io.renoz.inventory.stock.Picking.Want;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers stock that became free to reservations that wait: by priority, then by the day they are needed, then by age. */
@Component
public final class BackorderFill implements EventListener {

    /** Those that wait for some products; who is being changed at the moment asks for itself. */
    private static final String WAITING = """
            select r.id from inventory.stock_reservations r
             where r.organization_id = ?1 and r.product_id = any (cast(?2 as uuid[]))
               and r.status in ('active', 'partially_fulfilled')
               and r.quantity - r.quantity_fulfilled - r.quantity_released >
                   (select coalesce(sum(a.quantity - a.quantity_fulfilled), 0)
                      from inventory.stock_reservation_allocations a
                     where a.organization_id = ?1 and a.reservation_id = r.id)
             order by r.priority, r.needed_by nulls last, r.created_at, r.id limit 500
               for no key update of r skip locked
            """;

    /** What reservations have in common that can be served from the same balances. */
    private record Scope(@Nullable UUID location, @Nullable LocalDate neededBy) {

        static Scope of(StockReservation reservation) {
            return new Scope(reservation.locationId, reservation.neededBy);
        }
    }

    private final Tables tables;
    private final Claims claims;
    private final Journals journals;
    private final Balances balances;

    @Activate
    public BackorderFill(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Claims claims,
            @Reference Journals journals,
            @Reference Balances balances) {
        this.tables = tables;
        this.claims = claims;
        this.journals = journals;
        this.balances = balances;
    }

    @Override
    public Set<String> events() {
        return Set.of(
                InventoryEvents.RECEIVED,
                InventoryEvents.RETURNED,
                InventoryEvents.ADJUSTED,
                InventoryEvents.STATUS_CHANGED,
                InventoryEvents.TRANSFER_RECEIVED,
                InventoryEvents.COUNT_COMPLETED,
                InventoryEvents.RELEASED,
                InventoryEvents.EXPIRED);
    }

    @Override
    public void handle(DomainEvent event) {
        if (event.payload().get("productIds") instanceof Collection<?> ids) {
            fill(ids.stream().map(id -> UUID.fromString(id.toString())).toList());
        }
    }

    /** Offers free stock of some products; how many reservations got some. */
    int fill(Collection<UUID> products) {
        List<UUID> order =
                products.isEmpty() ? List.of() : Sql.column(tables, UUID.class, WAITING, Sql.array(products));
        if (order.isEmpty()) {
            return 0;
        }
        Holdings holdings = claims.read(order);
        List<StockReservation> waiting = new ArrayList<>();
        order.forEach(id -> holdings.byId(id).ifPresent(waiting::add));
        var ranks = new LinkedHashMap<Scope, Map<UUID, Balances.Rank>>();
        waiting.forEach(reservation -> ranks.computeIfAbsent(
                Scope.of(reservation),
                scope -> balances.candidates(products, new LocationScope(scope.location()), scope.neededBy())));
        Journal journal = journals.claims(Claims.document(waiting.get(0)));
        journal.lock(
                ranks.values().stream().flatMap(map -> map.keySet().stream()).toList(), List.of());
        int filled = 0;
        for (StockReservation reservation : waiting) {
            filled +=
                    offer(reservation, holdings, ranks.getOrDefault(Scope.of(reservation), Map.of()), journal) ? 1 : 0;
        }
        journal.write();
        return filled;
    }

    private boolean offer(
            StockReservation reservation, Holdings holdings, Map<UUID, Balances.Rank> ranks, Journal journal) {
        BigDecimal waiting = Claims.waiting(reservation, holdings);
        if (waiting.signum() <= 0) {
            return false;
        }
        Picking.Result result = Picking.pick(
                List.of(new Want(0, reservation.productId, waiting)),
                ranks.values().stream()
                        .filter(rank -> journal.holds(rank.balance()))
                        .map(journal::candidate)
                        .toList());
        result.picks().forEach(pick -> holdings.take(reservation, pick.balance(), pick.quantity(), journal));
        if (!result.picks().isEmpty()) {
            claims.tell(InventoryEvents.BACKORDER_FILLED, reservation, holdings);
        }
        return !result.picks().isEmpty();
    }
}
