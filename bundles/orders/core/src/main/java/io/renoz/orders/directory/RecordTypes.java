package io.renoz.orders.directory;

import io.renoz.data.Tables;
import io.renoz.orders.amendment.OrderAmendment;
import io.renoz.orders.order.Order;
import io.renoz.orders.template.OrderTemplate;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of records of this module that others can hang things on. */
@Component
public final class RecordTypes implements EntityTypeProvider {

    static final String MODULE = "orders";
    static final String ORDER = "order";
    static final String LINE = "order_line_item";
    static final String TEMPLATE = "order_template";
    static final String AMENDMENT = "order_amendment";
    static final String PAYMENT = "order_payment";
    static final String SHIPMENT = "order_shipment";

    private static final String PATH = "/api/v1/orders/";

    private final Tables tables;
    private final Numbers numbers;

    @Activate
    public RecordTypes(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
        this.numbers = new Numbers(tables);
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                EntityType.of(MODULE, ORDER, "Order", PATH + "orders/{id}"),
                EntityType.of(MODULE, LINE, "Order line", null).with(),
                EntityType.of(MODULE, SHIPMENT, "Shipment", PATH + "shipments/{id}"),
                EntityType.of(MODULE, PAYMENT, "Payment", PATH + "payments/{id}"),
                EntityType.of(MODULE, AMENDMENT, "Order amendment", PATH + "amendments/{id}"),
                EntityType.of(MODULE, TEMPLATE, "Order template", PATH + "templates/{id}"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return switch (type) {
            case ORDER ->
                tables.find(Order.class, id)
                        .map(order -> EntityLabel.numbered(
                                order.orderNumber() + " " + order.customerName(), order.orderNumber()));
            case TEMPLATE -> tables.find(OrderTemplate.class, id).map(template -> EntityLabel.named(template.name()));
            case AMENDMENT ->
                tables.find(OrderAmendment.class, id).flatMap(amendment -> tables.find(Order.class, amendment.orderId())
                        .map(order -> EntityLabel.named(order.orderNumber() + " / " + amendment.number())));
            case PAYMENT -> numbers.payment(id).map(number -> EntityLabel.numbered(number, number));
            case SHIPMENT -> numbers.shipment(id).map(number -> EntityLabel.numbered(number, number));
            default -> Optional.empty();
        };
    }
}
