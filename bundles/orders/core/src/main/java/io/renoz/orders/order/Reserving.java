package io.renoz.orders.order;

import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.inventory.api.StockReservations;
import io.renoz.module.Partners;
import io.renoz.orders.OrderSettings;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.fulfilment.Shares;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-10, ORD-11: holds goods in stock for orders, while the organization keeps stock at all. The order's row is locked before. */
@Component(service = Reserving.class)
public final class Reserving {

    /** What stock calls lines of orders. */
    public static final String DEMAND = "orders.order_line";

    private static final int HURRY = 50;

    private final Partners partners;
    private final ProductCatalog catalog;
    private final SettingsReader settings;
    private final Shares shares;

    @Activate
    public Reserving(
            @Reference Partners partners,
            @Reference ProductCatalog catalog,
            @Reference SettingsReader settings,
            @Reference Shares shares) {
        this.partners = partners;
        this.catalog = catalog;
        this.settings = settings;
        this.shares = shares;
    }

    public static DemandRef demand(Order order) {
        return new DemandRef(DEMAND, order.id());
    }

    /**
     * Reserves what the order still has to hand over; the same again changes nothing.
     *
     * @throws io.renoz.problem.Problem {@code insufficient-stock} where backorders are not allowed
     */
    public void reserve(Order order) {
        Optional<StockReservations> stock = partners.find(StockReservations.class);
        stock.ifPresent(service -> reserve(order, service, products(order), partly(), wanted(order, service)));
    }

    /** The same for an order of which nothing has been reserved or moved, knowing the products. */
    void reserve(Order order, Map<UUID, ProductSummary> products) {
        partners.find(StockReservations.class).ifPresent(stock -> {
            Map<UUID, BigDecimal> all =
                    order.lines.stream().collect(Collectors.toMap(OrderLine::id, OrderLine::quantity));
            reserve(order, stock, products, partly(), all);
        });
    }

    private boolean partly() {
        return settings.getBoolean(OrderSettings.CATEGORY, OrderSettings.ALLOW_BACKORDER);
    }

    /**
     * What each line wants in all, where it wants anything: what left stock for it, though it may have come back since, and what
     * is still to leave. What jobs took over is reserved by them (ORD-11).
     */
    private Map<UUID, BigDecimal> wanted(Order order, StockReservations stock) {
        Map<UUID, BigDecimal> gone = stock.find(demand(order)).stream()
                .collect(Collectors.toMap(Reservation::demandLineId, Reservation::fulfilled, BigDecimal::add));
        Map<UUID, BigDecimal> elsewhere = shares.handedOver(order.id());
        var wanted = new HashMap<UUID, BigDecimal>();
        for (OrderLine line : order.lines) {
            BigDecimal open = line.quantity
                    .subtract(line.qtyShipped)
                    .subtract(elsewhere.getOrDefault(line.id(), BigDecimal.ZERO));
            if (open.signum() > 0 && !line.removed()) {
                wanted.put(line.id(), open.add(gone.getOrDefault(line.id(), BigDecimal.ZERO)));
            }
        }
        return wanted;
    }

    private Map<UUID, ProductSummary> products(Order order) {
        List<UUID> ids = order.lines.stream()
                .flatMap(line -> Stream.ofNullable(line.productId))
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : catalog.findAll(ids);
    }

    private static void reserve(
            Order order,
            StockReservations stock,
            Map<UUID, ProductSummary> products,
            boolean partly,
            Map<UUID, BigDecimal> wanted) {
        Comparator<Optional<UUID>> byPlace =
                Comparator.comparing(place -> place.map(UUID::toString).orElse(""));
        var places = new TreeMap<Optional<UUID>, List<OrderLine>>(byPlace);
        for (OrderLine line : order.lines()) {
            if (held(line, products) && wanted.containsKey(line.id())) {
                places.computeIfAbsent(line.locationId(), place -> new ArrayList<>())
                        .add(line);
            }
        }
        places.forEach((place, lines) -> reserve(order, stock, place.orElse(null), lines, partly, wanted));
    }

    /** Whether stock is kept of it, and some of it has not left yet. */
    private static boolean held(OrderLine line, Map<UUID, ProductSummary> products) {
        ProductSummary product = line.productId == null ? null : products.get(line.productId);
        return product != null
                && product.trackInventory()
                && line.deliverable()
                && line.isShippable
                && line.qtyShipped.compareTo(line.quantity) < 0;
    }

    private static void reserve(
            Order order,
            StockReservations stock,
            @Nullable UUID place,
            List<OrderLine> lines,
            boolean partly,
            Map<UUID, BigDecimal> wanted) {
        List<ReserveLine> asked = lines.stream()
                .map(line -> new ReserveLine(
                        line.id(), line.productId().orElseThrow(), wanted.getOrDefault(line.id(), line.quantity)))
                .toList();
        LocationScope scope = place == null ? LocationScope.sellable() : LocationScope.at(place);
        List<Reservation> held = stock.reserve(new ReserveCommand(
                demand(order),
                order.orderNumber,
                asked,
                scope,
                partly,
                order.priority == OrderPriority.URGENT ? HURRY : ReserveCommand.USUAL_PRIORITY,
                order.requiredDate,
                null));
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).reserved(held.get(i).allocated());
        }
    }

    /**
     * After quantities changed: gives back what is not wanted any more, then reserves what is.
     *
     * @throws io.renoz.problem.Problem {@code insufficient-stock} where backorders are not allowed
     */
    void fit(Order order) {
        partners.find(StockReservations.class).ifPresent(stock -> {
            Map<UUID, BigDecimal> all = wanted(order, stock);
            for (Reservation held : stock.find(demand(order))) {
                BigDecimal wanted = all.getOrDefault(held.demandLineId(), BigDecimal.ZERO);
                if (held.status().open() && wanted.compareTo(held.quantity()) < 0) {
                    var line = new DemandLineRef(DEMAND, held.demandLineId(), held.productId());
                    BigDecimal left =
                            stock.resize(line, wanted.max(held.fulfilled())).allocated();
                    order.line(held.demandLineId()).ifPresent(one -> one.reserved(left));
                }
            }
            reserve(order, stock, products(order), partly(), all);
        });
    }

    /** Reserves again what became available, whatever the setting says of backorders; says whether stock is kept at all. */
    public boolean reserveMore(Order order) {
        Optional<StockReservations> stock = partners.find(StockReservations.class);
        stock.ifPresent(service -> reserve(order, service, products(order), true, wanted(order, service)));
        return stock.isPresent();
    }

    /** Gives back all that is held for an order. */
    public void release(Order order, String reason) {
        partners.find(StockReservations.class).ifPresent(stock -> stock.release(demand(order), reason));
        none(order.lines);
    }

    private static void none(Collection<OrderLine> lines) {
        lines.stream()
                .filter(line -> line.qtyReserved.signum() != 0)
                .forEach(line -> line.reserved(BigDecimal.ZERO.setScale(3)));
    }
}
