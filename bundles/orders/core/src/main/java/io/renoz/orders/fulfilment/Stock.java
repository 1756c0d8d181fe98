package io.renoz.orders.fulfilment;

import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReturnCommand;
import io.renoz.inventory.api.ReturnLine;
import io.renoz.inventory.api.ShipCommand;
import io.renoz.inventory.api.StockAvailability;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockPosting;
import io.renoz.inventory.api.StockReservations;
import io.renoz.inventory.api.StockStatus;
import io.renoz.module.Partners;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Reserving;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The goods of orders in stock, while the organization keeps any (ORD-10, ORD-11). Always called with the order's row locked, so
 * that balances are locked after it.
 */
@Component(service = Stock.class)
public final class Stock {

    /** Goods that move. */
    record Goods(OrderLine line, BigDecimal quantity, List<String> serials) {}

    private final Partners partners;
    private final ProductCatalog catalog;

    @Activate
    public Stock(@Reference Partners partners, @Reference ProductCatalog catalog) {
        this.partners = partners;
        this.catalog = catalog;
    }

    /** Whether the organization keeps stock at all. */
    boolean on() {
        return partners.find(StockReservations.class).isPresent();
    }

    /**
     * Refuses a place that stock does not know.
     *
     * @throws Problem {@code validation-failed}; {@code module-disabled} while nobody keeps stock
     */
    void requireLocation(@Nullable UUID location) {
        if (location == null) {
            return;
        }
        StockAvailability stock = partners.find(StockAvailability.class)
                .orElseThrow(() -> Problem.of("module-disabled", "Places to ship from need the module inventory.")
                        .with("module", "inventory"));
        if (stock.location(location).isEmpty()) {
            throw Problem.invalid("fromLocationId", "There is no such location.");
        }
    }

    /** What the catalogue says of the products of lines. */
    Map<UUID, ProductSummary> products(Collection<OrderLine> lines) {
        List<UUID> ids = lines.stream()
                .flatMap(line -> line.productId().stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : catalog.findAll(ids);
    }

    private Set<UUID> tracked(Collection<OrderLine> lines) {
        Map<UUID, ProductSummary> products = products(lines);
        return lines.stream()
                .filter(line -> tracked(line, products))
                .map(OrderLine::id)
                .collect(Collectors.toSet());
    }

    /** Whether stock is kept of a line's goods. */
    static boolean tracked(OrderLine line, Map<UUID, ProductSummary> products) {
        return line.shippable()
                && line.productId()
                        .map(products::get)
                        .filter(ProductSummary::trackInventory)
                        .isPresent();
    }

    /** Gives each line the absolute figure of what is held for it now; nothing without stock. */
    void refresh(Order order) {
        partners.find(StockReservations.class).ifPresent(stock -> refresh(order, stock));
    }

    private static void refresh(Order order, StockReservations stock) {
        Map<UUID, BigDecimal> held = stock.find(Reserving.demand(order)).stream()
                .collect(Collectors.toMap(Reservation::demandLineId, Reservation::allocated, BigDecimal::add));
        for (OrderLine line : order.lines()) {
            BigDecimal now = held.getOrDefault(line.id(), BigDecimal.ZERO);
            if (now.compareTo(line.qtyReserved()) != 0) {
                line.reserved(now);
            }
        }
    }

    private static DemandLineRef ref(OrderLine line) {
        return new DemandLineRef(Reserving.DEMAND, line.id(), line.productId().orElseThrow());
    }

    /**
     * Chooses units for a line at picking.
     *
     * @throws Problem {@code serial-unavailable}
     */
    void allocate(OrderLine line, List<String> serials) {
        partners.find(StockReservations.class).ifPresent(stock -> {
            try {
                stock.allocateSerials(ref(line), serials);
            } catch (Problem refused) {
                if (refused.slug().equals("serial-conflict")) {
                    Object which = refused.members().getOrDefault("serial", serials.get(0));
                    throw Problem.of("serial-unavailable", refused.detail()).with("serialNumber", which);
                }
                throw refused;
            }
        });
    }

    /** Takes the choice of units back; they stay reserved. */
    void deallocate(OrderLine line, List<String> serials) {
        if (!serials.isEmpty() && line.productId().isPresent()) {
            partners.find(StockReservations.class).ifPresent(stock -> stock.releaseSerials(ref(line), serials));
        }
    }

    /** What a line wants in all changes by so much, down to what has left; without a reservation nothing happens. */
    void want(Order order, OrderLine line, BigDecimal change) {
        partners.find(StockReservations.class).ifPresent(stock -> stock.find(Reserving.demand(order)).stream()
                .filter(one ->
                        one.demandLineId().equals(line.id()) && one.status().open())
                .findFirst()
                .ifPresent(held -> {
                    stock.resize(ref(line), held.quantity().add(change).max(held.fulfilled()));
                    refresh(order, stock);
                }));
    }

    /**
     * Goods leave for the customer.
     *
     * @return by which they can be called back; empty when stock has nothing to do with them
     * @throws Problem {@code insufficient-stock}, {@code serial-conflict}
     */
    Optional<UUID> ship(Order order, DocumentRef document, List<Goods> goods, @Nullable UUID from, Instant at) {
        List<OutLine> lines = out(goods);
        Optional<StockPosting> posting = partners.find(StockPosting.class).filter(one -> !lines.isEmpty());
        return posting.map(stock -> {
            LocationScope scope = from == null ? LocationScope.sellable() : LocationScope.at(from);
            UUID id = stock.ship(new ShipCommand(Reserving.DEMAND, document, order.customerId(), scope, lines, at))
                    .id();
            refresh(order);
            return id;
        });
    }

    private List<OutLine> out(List<Goods> goods) {
        if (!on()) {
            return List.of();
        }
        Set<UUID> tracked = tracked(goods.stream().map(Goods::line).toList());
        return goods.stream()
                .filter(one -> tracked.contains(one.line().id()))
                .map(one -> new OutLine(
                        one.line().id(), one.line().productId().orElseThrow(), one.quantity(), one.serials()))
                .toList();
    }

    /** Calls goods back that never reached the customer: they are in stock again, held for their lines. */
    void callBack(Order order, UUID posting, String reason) {
        partners.find(StockPosting.class).ifPresent(stock -> {
            stock.reverse(posting, reason);
            refresh(order);
        });
    }

    /** ORD-15: goods came back with the carrier; nobody sells them before somebody judged them. */
    void takeIn(Order order, DocumentRef document, List<Goods> goods, @Nullable UUID to, Instant at) {
        List<ReturnLine> lines = out(goods).stream()
                .map(line -> new ReturnLine(
                        line.lineId(),
                        line.productId(),
                        null,
                        line.quantity(),
                        StockStatus.RETURNED,
                        StockOwnership.OWN,
                        null,
                        line.serials()))
                .toList();
        if (!lines.isEmpty()) {
            partners.find(StockPosting.class)
                    .ifPresent(stock -> stock.receiveReturn(new ReturnCommand(document, to, lines, at)));
            refresh(order);
        }
    }

    /** The lines of an order with something to pick and to ship. */
    static Stream<OrderLine> goods(Order order) {
        return order.lines().stream().filter(line -> line.deliverable() && line.shippable());
    }
}
