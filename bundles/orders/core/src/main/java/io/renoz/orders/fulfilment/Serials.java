package io.renoz.orders.fulfilment;

import io.renoz.data.Tables;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.order.Locks;
import io.renoz.orders.order.OrderLine;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-12: which units went to which line. A unit is on one live line at a time. Serial numbers are kept in upper case. */
@Component(service = Serials.class)
public final class Serials {

    /** How long a serial number may be. */
    static final int LONGEST = 100;

    private final Tables tables;

    @Activate
    public Serials(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
    }

    /** A serial number as it is kept. */
    static String normal(String serial) {
        return serial.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * The numbers as they are kept, exactly one a unit.
     *
     * @throws Problem {@code serial-required}, {@code serial-duplicate}, with a pointer below {@code at}
     */
    static List<String> required(OrderLine line, BigDecimal quantity, Collection<String> given, String at) {
        if (!line.serialized()) {
            if (!given.isEmpty()) {
                throw Problem.invalid(at, "Line " + line.lineNumber() + " is of goods without serial numbers.");
            }
            return List.of();
        }
        Set<String> units = new LinkedHashSet<>();
        for (String serial : given) {
            String unit = normal(serial);
            if (unit.isEmpty() || unit.length() > LONGEST) {
                throw required(line, quantity, at);
            }
            if (!units.add(unit)) {
                throw Problem.of("serial-duplicate", "Serial number " + unit + " is named twice.")
                        .with("serialNumber", unit);
            }
        }
        if (BigDecimal.valueOf(units.size()).compareTo(quantity) != 0) {
            throw required(line, quantity, at);
        }
        return List.copyOf(units);
    }

    private static Problem required(OrderLine line, BigDecimal quantity, String at) {
        String what = "Line " + line.lineNumber() + " needs one serial number for each of "
                + quantity.stripTrailingZeros().toPlainString() + " units.";
        return Problem.of("serial-required", what).with(List.of(new Problem.FieldError("/" + at, what)));
    }

    /**
     * Refuses units that are on a live line already, by product. Others who want one of them wait until this transaction is over.
     * What this transaction has not written yet does not count, and is not written by asking.
     *
     * @throws Problem {@code serial-unavailable} with the member {@code serialNumber}
     */
    void requireFree(Map<UUID, ? extends Collection<String>> units) {
        Set<String> all = units.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return;
        }
        SortedSet<String> locks = new TreeSet<>();
        units.forEach((product, some) -> some.forEach(unit -> locks.add("serial/" + product + "/" + unit)));
        Locks.of(tables).awaitAll(locks);
        tables.entities()
                .createQuery(
                        "select s from OrderLineSerial s where s.productId in :products and s.serialNumber in :units"
                                + " and s.status <> :returned",
                        OrderLineSerial.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("products", units.keySet())
                .setParameter("units", all)
                .setParameter("returned", LineSerialStatus.RETURNED)
                .getResultStream()
                .filter(one -> units.containsKey(one.productId)
                        && Objects.requireNonNull(units.get(one.productId)).contains(one.serialNumber))
                .findFirst()
                .ifPresent(taken -> {
                    throw unavailable(taken.serialNumber, "it is on another line, or on this one already");
                });
    }

    static Problem unavailable(String serial, String why) {
        return Problem.of("serial-unavailable", "Serial number " + serial + " cannot be taken: " + why + ".")
                .with("serialNumber", serial);
    }

    /** Units of a line, in the order in which they were given to it; returned ones too. */
    List<OrderLineSerial> of(Collection<UUID> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        return tables.entities()
                .createQuery(
                        "select s from OrderLineSerial s where s.orderLineItemId in :lines order by s.allocatedAt, s.id",
                        OrderLineSerial.class)
                .setParameter("lines", lines)
                .getResultList();
    }

    /** Whether an item is in a shipment that waits to leave. */
    boolean packed(UUID item) {
        return tables.find(ShipmentItem.class, item)
                .flatMap(one -> tables.find(OrderShipment.class, one.shipmentId))
                .filter(shipment -> shipment.status() == ShipmentStatus.PENDING)
                .isPresent();
    }

    OrderLineSerial add(OrderLineSerial unit) {
        return tables.add(unit);
    }

    void remove(OrderLineSerial unit) {
        tables.remove(unit);
    }

    /** Units that did not come back, by line. */
    public Map<UUID, List<String>> ofOrder(UUID order) {
        var found = new LinkedHashMap<UUID, List<String>>();
        tables.entities()
                .createQuery(
                        "select s from OrderLineSerial s, OrderLine l where l.id = s.orderLineItemId"
                                + " and l.orderId = :order and s.status <> :returned order by s.allocatedAt, s.id",
                        OrderLineSerial.class)
                .setParameter("order", order)
                .setParameter("returned", LineSerialStatus.RETURNED)
                .getResultStream()
                .forEach(unit -> found.computeIfAbsent(unit.orderLineItemId, line -> new ArrayList<>())
                        .add(unit.serialNumber));
        return found;
    }

    /** Units in a shipment, by item. */
    public Map<UUID, List<String>> ofShipment(UUID shipment) {
        var found = new LinkedHashMap<UUID, List<String>>();
        rows(shipment).forEach(unit -> found.computeIfAbsent(unit.shipmentItemId, item -> new ArrayList<>())
                .add(unit.serialNumber));
        return found;
    }

    /** The same as rows. */
    List<OrderLineSerial> rows(UUID shipment) {
        return tables.entities()
                .createQuery(
                        "select s from OrderLineSerial s, ShipmentItem i where i.id = s.shipmentItemId"
                                + " and i.shipmentId = :shipment order by s.allocatedAt, s.id",
                        OrderLineSerial.class)
                .setParameter("shipment", shipment)
                .getResultList();
    }
}
