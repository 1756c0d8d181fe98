package io.renoz.orders.document;

import io.renoz.data.Coded;
import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.format.Format;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.fulfilment.OrderShipment;
import io.renoz.orders.fulfilment.ShipmentItem;
import io.renoz.orders.order.OrderView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Papers about an order's goods, without prices: packing slip, delivery note, pick list. */
final class GoodsPapers {

    private GoodsPapers() {}

    /** @param serials of each item of the shipment */
    static BusinessDocument of(
            DocumentKind kind,
            OrderView order,
            OrderShipment shipment,
            Format format,
            Map<UUID, List<String>> serials) {
        BusinessDocument paper = BusinessDocument.titled(kind.title() + " " + shipment.number());
        paper.party("Deliver to", Addresses.of(shipment));
        paper.fact("Order", order.orderNumber());
        paper.fact("Your reference", order.customerPoNumber());
        paper.fact("Carrier", shipment.carrier());
        paper.fact("Tracking", shipment.trackingNumber());
        paper.fact("Packages", format.number(BigDecimal.valueOf(shipment.packageCount())));
        paper.table("", Column.text("Item"), Column.amount("Ordered"), Column.amount("In this shipment"));
        Map<UUID, OrderView.Line> lines =
                order.lines().stream().collect(Collectors.toMap(OrderView.Line::id, Function.identity()));
        for (ShipmentItem item : shipment.items()) {
            OrderView.Line line = Objects.requireNonNull(lines.get(item.orderLineItemId()));
            paper.row(line.description(), format.number(line.quantity()), format.number(item.quantity()));
            Goods.details(paper, line.sku(), serials.getOrDefault(item.id(), List.of()));
            item.lotNumber().ifPresent(lot -> paper.detail("Lot " + lot));
        }
        paper.note("Delivery instructions", Objects.requireNonNullElse(shipment.instructions(), ""));
        if (kind == DocumentKind.DELIVERY_NOTE) {
            delivery(paper, shipment, format);
        }
        return paper;
    }

    private static void delivery(BusinessDocument paper, OrderShipment shipment, Format format) {
        if (shipment.deliveredAt() == null) {
            paper.note(
                    "Received", "Name: ______________________   Date: ____________   Signature: ____________________");
            return;
        }
        String to = shipment.deliveredTo() == null ? "" : " by " + shipment.deliveredTo();
        paper.note("Received", format.moment(shipment.deliveredAt()) + to);
        paper.note("", shipment.deliveryNotes());
    }

    /**
     * What is still to be picked.
     *
     * @param serials units each line has already
     */
    static BusinessDocument pickList(OrderView order, Format format, Map<UUID, List<String>> serials) {
        BusinessDocument paper = BusinessDocument.titled("Pick list " + order.orderNumber());
        paper.party("Deliver to", Addresses.of(order, OrderAddressType.SHIPPING));
        if (order.requiredDate() != null) {
            paper.fact("Wanted by", format.longDate(order.requiredDate()));
        }
        paper.fact("Priority", Coded.of(order.priority()));
        paper.table(
                "", Column.text("Item"), Column.amount("Ordered"), Column.amount("Reserved"), Column.amount("To pick"));
        for (OrderView.Line line : order.lines()) {
            boolean goods = line.lineType() == OrderLineType.ITEM || line.lineType() == OrderLineType.COMPONENT;
            BigDecimal open = line.quantity().subtract(line.qtyPicked());
            if (goods && line.isShippable() && open.signum() > 0) {
                paper.row(
                        line.description(),
                        format.number(line.quantity()),
                        format.number(line.qtyReserved()),
                        format.number(open));
                Goods.details(paper, line.sku(), serials.getOrDefault(line.id(), List.of()));
                paper.detail(line.notes());
            }
        }
        return paper.note("Delivery instructions", order.deliveryInstructions());
    }
}
