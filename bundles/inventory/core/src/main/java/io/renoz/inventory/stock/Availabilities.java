package io.renoz.inventory.stock;

import io.renoz.data.Tables;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.Availability;
import io.renoz.inventory.api.LocationFilter;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.LocationSummary;
import io.renoz.inventory.api.StockAvailability;
import io.renoz.inventory.location.Places;
import io.renoz.module.Partners;
import io.renoz.suppliers.api.IncomingSupply;
import io.renoz.suppliers.api.Purchasing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-01: how much there is and what can be promised. */
@Component(service = {StockAvailability.class, Availabilities.class})
public final class Availabilities implements StockAvailability {

    /** Parameters: products, location or null, today. */
    private static final String FIGURES = """
            select b.product_id, b.location_id, sum(b.quantity_on_hand), sum(b.quantity_allocated),
                   coalesce(sum(b.quantity_available) filter (where b.status = 'available'
                        and (b.expiry_date is null or b.expiry_date >= cast(?4 as date))), 0)
              from inventory.inventory b
              join inventory.locations l on l.organization_id = ?1 and l.id = b.location_id
             where b.organization_id = ?1 and b.product_id = any (cast(?2 as uuid[]))
               and b.ownership in ('own', 'supplier_consignment') and l.is_active
               and (l.id = cast(?3 as uuid) or (cast(?3 as uuid) is null and l.is_sellable))
             group by 1, 2
            """;

    /** What open reservations wait for. */
    private static final String WAITING = """
            select r.product_id, sum(r.quantity - r.quantity_fulfilled - r.quantity_released - coalesce(
                   (select sum(a.quantity - a.quantity_fulfilled) from inventory.stock_reservation_allocations a
                     where a.organization_id = ?1 and a.reservation_id = r.id), 0))
              from inventory.stock_reservations r
             where r.organization_id = ?1 and r.product_id = any (cast(?2 as uuid[]))
               and r.status in ('active', 'partially_fulfilled')
             group by 1
            """;

    private final Tables tables;
    private final Places places;
    private final Partners partners;
    private final InventoryCalendar calendar;

    @Activate
    public Availabilities(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Places places,
            @Reference Partners partners,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.places = places;
        this.partners = partners;
        this.calendar = calendar;
    }

    /** The figures of one product at one location. */
    public record AtLocation(
            UUID productId, UUID locationId, BigDecimal onHand, BigDecimal allocated, BigDecimal available) {}

    /** By product and location; combinations without a balance are left out. */
    List<AtLocation> figures(Collection<UUID> products, LocationScope scope) {
        String location = scope.location().map(UUID::toString).orElse(null);
        return Sql.rows(
                        tables,
                        FIGURES,
                        Sql.array(products),
                        location,
                        calendar.today().toString())
                .stream()
                .map(row -> new AtLocation(
                        (UUID) row[0], (UUID) row[1], Sql.number(row[2]), Sql.number(row[3]), Sql.number(row[4])))
                .toList();
    }

    @Override
    public BigDecimal available(UUID productId, LocationScope scope) {
        return figures(List.of(productId), scope).stream()
                .map(AtLocation::available)
                .reduce(Amounts.NO_GOODS, BigDecimal::add);
    }

    @Override
    public Map<UUID, Availability> availableMany(Collection<UUID> productIds, LocationScope scope) {
        var products = new LinkedHashSet<>(productIds);
        if (products.size() > MOST_PRODUCTS) {
            throw new IllegalArgumentException("At most " + MOST_PRODUCTS + " products at once.");
        }
        var all = new LinkedHashMap<UUID, Availability>();
        if (products.isEmpty()) {
            return all;
        }
        Map<UUID, BigDecimal> incoming = incoming(products, null, scope);
        products.forEach(id -> all.put(
                id,
                new Availability(
                        id,
                        Amounts.NO_GOODS,
                        Amounts.NO_GOODS,
                        Amounts.NO_GOODS,
                        incoming.getOrDefault(id, Amounts.NO_GOODS))));
        figures(products, scope)
                .forEach(one -> all.computeIfPresent(
                        one.productId,
                        (id, sum) -> new Availability(
                                id,
                                sum.onHand().add(one.onHand),
                                sum.allocated().add(one.allocated),
                                sum.available().add(one.available),
                                sum.incoming())));
        return all;
    }

    /** Open on purchase orders until a day, or ever; nothing without the suppliers module. */
    Map<UUID, BigDecimal> incoming(Set<UUID> products, @Nullable LocalDate until, LocationScope scope) {
        Optional<Purchasing> purchasing = partners.find(Purchasing.class);
        var sums = new LinkedHashMap<UUID, BigDecimal>();
        if (purchasing.isPresent()) {
            LocalDate last = until == null ? LocalDate.of(9999, 12, 31) : until;
            purchasing
                    .get()
                    .incoming(products, last)
                    .forEach((product, supplies) -> sums.put(
                            product,
                            supplies.stream()
                                    .filter(supply -> until == null || promised(supply, until))
                                    .filter(supply -> scope.location().isEmpty()
                                            || scope.location().get().equals(supply.locationId()))
                                    .map(IncomingSupply::quantity)
                                    .reduce(Amounts.NO_GOODS, BigDecimal::add)));
        }
        return sums;
    }

    /** What nobody has promised for a day cannot be counted on that day. */
    private static boolean promised(IncomingSupply supply, LocalDate until) {
        LocalDate day = supply.expected();
        return day != null && !day.isAfter(until);
    }

    /** What reservations wait for, by product. */
    Map<UUID, BigDecimal> waiting(Collection<UUID> products) {
        var sums = new LinkedHashMap<UUID, BigDecimal>();
        Sql.rows(tables, WAITING, Sql.array(products)).forEach(row -> sums.put((UUID) row[0], Sql.number(row[1])));
        return sums;
    }

    @Override
    public BigDecimal projected(UUID productId, LocalDate day) {
        return available(productId, LocationScope.sellable())
                .add(incoming(Set.of(productId), day, LocationScope.sellable())
                        .getOrDefault(productId, Amounts.NO_GOODS))
                .subtract(waiting(List.of(productId)).getOrDefault(productId, Amounts.NO_GOODS));
    }

    @Override
    public List<LocationSummary> locations(LocationFilter filter) {
        return places.summaries(filter);
    }

    @Override
    public Optional<LocationSummary> location(UUID locationId) {
        return places.summary(locationId);
    }

    @Override
    public Optional<LocationSummary> vehicleOf(UUID userId) {
        return places.vehicleOf(userId);
    }
}
