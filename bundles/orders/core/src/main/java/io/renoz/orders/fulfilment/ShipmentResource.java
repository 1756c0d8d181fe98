package io.renoz.orders.fulfilment;

import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.Permissions;
import io.renoz.orders.order.Order;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/shipments}. Items are written and versioned with their shipment. */
@Component
@Path("shipments")
public final class ShipmentResource
        implements Reads<ShipmentView>, Creates<ShipmentInput, ShipmentView>, Updates<ShipmentInput, ShipmentView> {

    private final Tables tables;
    private final ShipmentRows shipments;
    private final Packing packing;
    private final EventPublisher events;

    @Activate
    public ShipmentResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference ShipmentRows shipments,
            @Reference Packing packing,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.shipments = shipments;
        this.packing = packing;
        this.events = events;
    }

    @Override
    public Rows<OrderShipment, ShipmentInput, ShipmentView> records() {
        return shipments.rows();
    }

    @Override
    @Allow(Permissions.SHIP)
    @Answers({
        "invalid-state",
        "over-pack",
        "nothing-picked",
        "serial-required",
        "serial-duplicate",
        "serial-unavailable",
        "module-disabled"
    })
    public Created<ShipmentView> create(ShipmentInput input) {
        return Creates.super.create(input);
    }

    @Override
    @Allow(Permissions.SHIP)
    @Answers({
        "invalid-state",
        "over-pack",
        "nothing-picked",
        "serial-required",
        "serial-duplicate",
        "serial-unavailable",
        "module-disabled"
    })
    public Page<ShipmentView> createAll(Bulk<ShipmentInput> inputs) {
        return Creates.super.createAll(inputs);
    }

    /** Orders are locked in the order of their ids, so that two bulk requests never wait for each other in a circle. */
    @Override
    public List<ShipmentView> add(List<ShipmentInput> inputs) {
        List<ShipmentInput> all = new ArrayList<>(inputs);
        Map<Integer, ShipmentView> made = new HashMap<>();
        IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(i -> all.get(i).orderId()))
                .forEach(i -> made.put(i, pack(inputs.get(i))));
        return IntStream.range(0, all.size()).mapToObj(made::get).toList();
    }

    private ShipmentView pack(ShipmentInput input) {
        if (tables.find(Order.class, input.orderId()).isEmpty()) {
            throw Problem.invalid("orderId", "There is no such order.");
        }
        Order order = tables.lock(Order.class, input.orderId());
        var packed = new ArrayList<OrderShipment>();
        ShipmentView view = records()
                .createAll(List.of(input), (shipment, asked) -> {
                    packing.begin(order, shipment);
                    packed.add(shipment);
                })
                .get(0);
        packing.assign(order, packed.get(0));
        events.publish(FulfilmentEvents.shipment("created", packed.get(0), order));
        tables.flush();
        return view;
    }

    @Override
    @Allow(Permissions.SHIP)
    @Answers({
        "invalid-transition",
        "over-pack",
        "nothing-picked",
        "serial-required",
        "serial-duplicate",
        "serial-unavailable",
        "module-disabled"
    })
    public ShipmentView update(UUID id, Patch<ShipmentInput> patch) {
        Order order = shipments.lock(id);
        OrderShipment stored = tables.require(OrderShipment.class, id);
        List<@Nullable Object> before = stored.papers();
        Map<OrderLineSerial, UUID> units = packing.unpack(stored);
        var repacked = new ArrayList<OrderShipment>();
        ShipmentView view = records().update(id, ShipmentInput.keepingItems(patch), (shipment, asked) -> {
            if (!shipment.orderId.equals(order.id())) {
                throw Problem.invalid("orderId", "A shipment stays with its order.");
            }
            Packing.requireAddress(shipment);
            if (!shipment.papers().equals(before)) {
                shipment.requirePending();
                shipment.revise();
                packing.check(order, shipment);
                repacked.add(shipment);
            }
        });
        Packing.repack(stored, units);
        repacked.forEach(shipment -> packing.assign(order, shipment));
        tables.flush();
        return view;
    }

    @DELETE
    @Path("{id}")
    @Allow(Permissions.SHIP)
    @Summary("Unpacks a shipment that has not left")
    @Answers("invalid-transition")
    public void delete(@PathParam("id") UUID id) {
        shipments.lock(id);
        OrderShipment shipment = tables.require(OrderShipment.class, id);
        shipment.requirePending();
        packing.empty(shipment);
        records().delete(id);
    }
}
