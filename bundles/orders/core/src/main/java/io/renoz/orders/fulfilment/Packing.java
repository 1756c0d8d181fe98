package io.renoz.orders.fulfilment;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.orders.OrderSequences;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.document.OrderDocument;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderAddress;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-14: what may be packed into a shipment of an order whose row is locked. */
@Component(service = Packing.class)
public final class Packing {

    private final Tables tables;
    private final Stock stock;
    private final Serials serials;
    private final Shares shares;
    private final OrderSequences sequences;
    private final Dates dates;

    @Activate
    public Packing(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Stock stock,
            @Reference Serials serials,
            @Reference Shares shares,
            @Reference OrderSequences sequences,
            @Reference Dates dates) {
        this.tables = tables;
        this.stock = stock;
        this.serials = serials;
        this.shares = shares;
        this.sequences = sequences;
        this.dates = dates;
    }

    /**
     * Completes a new shipment: its number, where it goes, and everything that is ready where no items are named.
     *
     * @throws Problem {@code invalid-state}, {@code nothing-picked}, {@code over-pack}, {@code validation-failed}
     */
    void begin(Order order, OrderShipment shipment) {
        requireOpen(order);
        shipment.shipmentNumber = sequences.shipment(dates.today());
        shipment.packageCount = Objects.requireNonNullElse(shipment.packageCount, 1);
        address(order, shipment);
        if (shipment.items.isEmpty()) {
            everything(order, shipment);
        }
        check(order, shipment);
    }

    private static void requireOpen(Order order) {
        boolean open = order.open() && order.status() != OrderStatus.SHIPPED && order.status() != OrderStatus.DELIVERED;
        if (!open) {
            throw Problem.of("invalid-state", "Nothing of " + order.orderNumber() + " is there to be packed.")
                    .with("from", Coded.of(order.status()))
                    .with(List.of(new FieldError("/orderId", "Nothing of this order is there to be packed.")));
        }
    }

    private static void address(Order order, OrderShipment shipment) {
        OrderAddress place = order.address(OrderAddressType.SHIPPING)
                .or(() -> order.address(OrderAddressType.BILLING))
                .orElse(null);
        if (shipment.shipToStreet1 == null && place != null) {
            shipment.shipToName = shipment.shipToName == null ? place.name() : shipment.shipToName;
            shipment.shipToCompany = shipment.shipToCompany == null ? place.attention() : shipment.shipToCompany;
            shipment.shipToStreet1 = place.street1();
            shipment.shipToStreet2 = place.street2();
            shipment.shipToCity = place.city();
            shipment.shipToState = place.state();
            shipment.shipToPostcode = place.postcode();
            shipment.shipToCountry = place.country();
            shipment.shipToPhone = shipment.shipToPhone == null ? place.contactPhone() : shipment.shipToPhone;
            shipment.shipToEmail = shipment.shipToEmail == null ? place.contactEmail() : shipment.shipToEmail;
        }
        shipment.shipToName = Objects.requireNonNullElse(shipment.shipToName, order.customerName());
        requireAddress(shipment);
        if (shipment.instructions == null) {
            shipment.instructions = order.deliveryInstructions().orElse(null);
        }
    }

    /** Name, street, city, postcode and country have to be there. */
    static void requireAddress(OrderShipment shipment) {
        List<String> missing = missing(shipment);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing.stream()
                    .map(field -> new Problem.FieldError("/" + field, "A shipment needs an address to go to."))
                    .toList());
        }
    }

    private static List<String> missing(OrderShipment s) {
        var fields = List.of("shipToName", "shipToStreet1", "shipToCity", "shipToPostcode", "shipToCountry");
        List<String> values =
                Arrays.asList(s.shipToName, s.shipToStreet1, s.shipToCity, s.shipToPostcode, s.shipToCountry);
        return IntStream.range(0, fields.size())
                .filter(i -> values.get(i) == null || values.get(i).isBlank())
                .mapToObj(fields::get)
                .toList();
    }

    private void everything(Order order, OrderShipment shipment) {
        Map<UUID, BigDecimal> packed = shares.packed(order.id(), shipment.id());
        boolean picks = stock.on();
        Stock.goods(order).forEach(line -> {
            BigDecimal ready = ready(line, picks || line.serialized()).subtract(Shares.of(packed, line.id()));
            if (ready.signum() > 0) {
                shipment.items.add(new ShipmentItem(shipment.id(), line.id(), ready));
            }
        });
        if (shipment.items.isEmpty()) {
            throw Problem.of("nothing-picked", "Nothing of " + order.orderNumber() + " is picked and not yet packed.");
        }
    }

    /** ORD-11: with stock only what was picked, without everything. */
    private static BigDecimal ready(OrderLine line, boolean picks) {
        return (picks ? line.qtyPicked() : line.quantity()).subtract(line.qtyShipped());
    }

    /**
     * ORD-14: refuses a shipment that holds nothing, or more than there is.
     *
     * @throws Problem {@code nothing-picked}, {@code over-pack}, {@code validation-failed}
     */
    void check(Order order, OrderShipment shipment) {
        stock.requireLocation(shipment.fromLocationId);
        if (shipment.items.isEmpty()) {
            throw Problem.invalid("items", "A shipment holds at least one item.");
        }
        Map<UUID, BigDecimal> packed = shares.packed(order.id(), shipment.id());
        Map<UUID, BigDecimal> taken = shares.handedOver(order.id());
        boolean picks = stock.on();
        List<ShipmentItem> items = shipment.items;
        for (int i = 0; i < items.size(); i++) {
            String at = "items/" + i + "/orderLineItemId";
            UUID id = items.get(i).orderLineItemId;
            OrderLine line = order.line(id).orElseThrow(() -> Problem.invalid(at, "The order has no such line."));
            if (!line.deliverable() || !line.shippable()) {
                throw Problem.invalid(at, "Line " + line.lineNumber() + " has nothing to ship.");
            }
            BigDecimal here = sum(items, id);
            BigDecimal left = line.quantity()
                    .subtract(line.qtyShipped())
                    .subtract(Shares.of(packed, id))
                    .subtract(Shares.of(taken, id));
            if (here.compareTo(left) > 0) {
                throw over("over-pack", line, left, "left to be packed");
            }
            BigDecimal picked = ready(line, true).subtract(Shares.of(packed, id));
            if (picks && here.compareTo(picked) > 0) {
                throw over("nothing-picked", line, picked, "picked and not yet packed");
            }
        }
    }

    static BigDecimal sum(List<ShipmentItem> items, UUID line) {
        return items.stream()
                .filter(item -> item.orderLineItemId.equals(line))
                .map(item -> item.quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Problem over(String slug, OrderLine line, BigDecimal left, String what) {
        BigDecimal none = left.max(BigDecimal.ZERO);
        return Problem.of(
                        slug,
                        "Of line " + line.lineNumber() + " no more than "
                                + none.stripTrailingZeros().toPlainString() + " are " + what + ".")
                .with("orderLineItemId", line.id())
                .with("left", none);
    }

    /**
     * Puts units into the items of a stored shipment: those that are named, else those that were picked first. What was never
     * picked, because nobody keeps stock, is given to its line now.
     *
     * @throws Problem {@code serial-required}, {@code serial-duplicate}, {@code serial-unavailable}
     */
    void assign(Order order, OrderShipment shipment) {
        List<OrderLine> lines = shipment.items.stream()
                .map(item -> order.line(item.orderLineItemId).orElseThrow())
                .filter(OrderLine::serialized)
                .distinct()
                .toList();
        List<OrderLineSerial> units =
                serials.of(lines.stream().map(OrderLine::id).toList());
        Map<UUID, UUID> before = new HashMap<>();
        units.stream().filter(unit -> mine(unit, shipment)).forEach(unit -> {
            before.put(unit.id(), Objects.requireNonNull(unit.shipmentItemId));
            unit.shipmentItemId = null;
        });
        for (int i = 0; i < shipment.items.size(); i++) {
            ShipmentItem item = shipment.items.get(i);
            OrderLine line = order.line(item.orderLineItemId).orElseThrow();
            List<String> named = item.serialNumbers == null ? List.of() : List.of(item.serialNumbers);
            List<OrderLineSerial> free = units.stream()
                    .filter(unit -> unit.orderLineItemId.equals(line.id()) && unit.status == LineSerialStatus.ALLOCATED)
                    .filter(unit -> unit.shipmentItemId == null || !serials.packed(unit.shipmentItemId))
                    .sorted(Comparator.comparing(unit -> !item.id().equals(before.get(unit.id()))))
                    .toList();
            if (!named.isEmpty()) {
                named(line, item, named, free, "items/" + i + "/serialNumbers");
            } else if (line.serialized()) {
                first(line, item, free, "items/" + i + "/serialNumbers");
            }
        }
    }

    private static boolean mine(OrderLineSerial unit, OrderShipment shipment) {
        return shipment.items.stream().anyMatch(item -> item.id().equals(unit.shipmentItemId));
    }

    private static void first(OrderLine line, ShipmentItem item, List<OrderLineSerial> free, String at) {
        int wanted = item.quantity.intValue();
        if (free.size() < wanted) {
            Serials.required(line, item.quantity, List.of(), at);
        }
        free.subList(0, wanted).forEach(unit -> unit.shipmentItemId = item.id());
    }

    private void named(OrderLine line, ShipmentItem item, List<String> names, List<OrderLineSerial> free, String at) {
        List<String> wanted = Serials.required(line, item.quantity, names, at);
        List<OrderLineSerial> picked =
                free.stream().filter(unit -> wanted.contains(unit.serialNumber)).toList();
        picked.forEach(unit -> unit.shipmentItemId = item.id());
        List<String> others = wanted.stream()
                .filter(name -> picked.stream().noneMatch(unit -> unit.serialNumber.equals(name)))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        if (stock.on()) {
            throw Serials.unavailable(others.get(0), "it was not picked for this line");
        }
        UUID product = line.productId().orElseThrow();
        serials.requireFree(Map.of(product, others));
        Instant now = dates.now();
        for (String name : others) {
            var unit = new OrderLineSerial(line.id(), product, name, LineSerialStatus.ALLOCATED, now);
            unit.shipmentItemId = item.id();
            serials.add(unit);
        }
        BigDecimal fresh = BigDecimal.valueOf(others.size());
        line.pick(fresh.min(line.quantity().subtract(line.qtyPicked())));
        line.pickedBy(Call.user().orElse(null), now);
    }

    /** Takes the units out of a shipment that is packed anew; says where they were. */
    Map<OrderLineSerial, UUID> unpack(OrderShipment shipment) {
        Map<OrderLineSerial, UUID> before = new LinkedHashMap<>();
        serials.rows(shipment.id()).forEach(unit -> {
            before.put(unit, Objects.requireNonNull(unit.shipmentItemId));
            unit.shipmentItemId = null;
        });
        return before;
    }

    /** Puts units back to where they were, as far as that is still there. */
    static void repack(OrderShipment shipment, Map<OrderLineSerial, UUID> before) {
        before.forEach((unit, item) -> {
            if (shipment.items.stream().anyMatch(one -> one.id().equals(item))) {
                unit.shipmentItemId = item;
            }
        });
    }

    /** Takes everything out of a shipment that is to be deleted. */
    void empty(OrderShipment shipment) {
        unpack(shipment);
        tables.flush();
        tables.entities()
                .createQuery("select d from OrderDocument d where d.shipmentId = :shipment", OrderDocument.class)
                .setParameter("shipment", shipment.id())
                .getResultList()
                .forEach(tables::remove);
        shipment.items.clear();
        tables.flush();
    }
}
