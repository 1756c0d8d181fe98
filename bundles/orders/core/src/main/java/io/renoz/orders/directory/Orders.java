package io.renoz.orders.directory;

import io.renoz.data.Coded;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderLineSummary;
import io.renoz.orders.api.OrderSummary;
import io.renoz.orders.api.ShipmentSummary;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Summaries;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.TypedQuery;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders as other modules look them up. */
@Component
public final class Orders implements OrderDirectory {

    private static final String OF_CUSTOMER =
            "select o from Order o where o.customerId = :customer and o.deletedAt is null";

    private final Tables tables;
    private final Serials serials;
    private final Shipments shipments;

    @Activate
    public Orders(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
        this.serials = new Serials(tables);
        this.shipments = new Shipments(tables);
    }

    @Override
    public Optional<OrderSummary> find(UUID orderId) {
        return tables.find(Order.class, orderId).map(Summaries::of);
    }

    @Override
    public Map<UUID, OrderSummary> findAll(Collection<UUID> orderIds) {
        if (orderIds.size() > MOST_IDS) {
            throw new IllegalArgumentException("At most " + MOST_IDS + " orders at once.");
        }
        var found = new HashMap<UUID, OrderSummary>();
        if (!orderIds.isEmpty()) {
            tables.entities()
                    .createQuery("select o from Order o where o.id in :ids and o.deletedAt is null", Order.class)
                    .setParameter("ids", orderIds)
                    .getResultStream()
                    .forEach(order -> found.put(order.id(), Summaries.of(order)));
        }
        return found;
    }

    @Override
    public List<OrderLineSummary> lines(UUID orderId) {
        if (tables.find(Order.class, orderId).isEmpty()) {
            return List.of();
        }
        List<OrderLine> lines = tables.entities()
                .createQuery(
                        "select l from OrderLine l where l.orderId = :order order by l.lineNumber", OrderLine.class)
                .setParameter("order", orderId)
                .getResultStream()
                .filter(line -> !line.removed())
                .toList();
        Map<UUID, List<String>> units =
                serials.of(lines.stream().map(OrderLine::id).toList());
        return lines.stream()
                .map(line -> Summaries.of(line, units.getOrDefault(line.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<OrderLineSummary> findLine(UUID orderLineId) {
        return tables.find(OrderLine.class, orderLineId)
                .filter(line -> tables.find(Order.class, line.orderId()).isPresent())
                .map(this::summary);
    }

    private OrderLineSummary summary(OrderLine line) {
        return Summaries.of(line, serials.of(List.of(line.id())).getOrDefault(line.id(), List.of()));
    }

    @Override
    public OrderSummary requireOpen(UUID orderId) {
        Order order = tables.require(Order.class, orderId);
        if (!order.open()) {
            throw Problem.of("invalid-state", "The order is " + Coded.of(order.status()) + ".")
                    .with("from", Coded.of(order.status()));
        }
        return Summaries.of(order);
    }

    @Override
    public Optional<OrderLineSummary> bySerial(UUID productId, String serialNumber) {
        return serials.lineOf(productId, serialNumber).flatMap(this::findLine);
    }

    @Override
    public Page<OrderSummary> ofCustomer(UUID customerId, @Nullable String cursor) {
        Optional<DayCursor> from = Optional.ofNullable(cursor).map(DayCursor::read);
        String beyond = from.isEmpty() ? "" : " and (o.orderDate < :day or (o.orderDate = :day and o.id < :id))";
        TypedQuery<Order> query = tables.entities()
                .createQuery(OF_CUSTOMER + beyond + " order by o.orderDate desc, o.id desc", Order.class)
                .setParameter("customer", customerId)
                .setMaxResults(ListQuery.MAX_LIMIT + 1);
        from.ifPresent(start -> query.setParameter("day", start.day()).setParameter("id", start.id()));
        List<Order> orders = query.getResultList();
        boolean more = orders.size() > ListQuery.MAX_LIMIT;
        List<OrderSummary> shown =
                orders.stream().limit(ListQuery.MAX_LIMIT).map(Summaries::of).toList();
        OrderSummary last = more ? shown.get(shown.size() - 1) : null;
        return new Page<>(shown, last == null ? null : new DayCursor(last.orderDate(), last.id()).text(), null);
    }

    @Override
    public Optional<ShipmentSummary> shipment(UUID shipmentId) {
        return shipments.find(shipmentId);
    }
}
