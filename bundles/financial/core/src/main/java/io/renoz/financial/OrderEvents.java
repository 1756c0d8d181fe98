package io.renoz.financial;

import io.renoz.event.DomainEvent;
import java.util.Optional;
import java.util.UUID;

/** Events of orders that this module acts on. */
public final class OrderEvents {

    public static final String UPDATED = "orders.order.updated";
    public static final String CONFIRMED = "orders.order.confirmed";
    public static final String DELIVERED = "orders.order.delivered";
    public static final String AMENDED = "orders.order.amended";
    public static final String REMAINDER_CLOSED = "orders.order.remainder-closed";
    public static final String CANCELLED = "orders.order.cancelled";
    public static final String SHIPPED = "orders.shipment.shipped";

    /** What the names of payments' events begin with. */
    public static final String PAYMENTS = "orders.payment.";

    public static final String PAYMENT_RECORDED = PAYMENTS + "recorded";
    public static final String PAYMENT_REFUNDED = PAYMENTS + "refunded";
    public static final String PAYMENT_VOIDED = PAYMENTS + "voided";

    private static final String ORDERS = "orders.order.";

    private OrderEvents() {}

    /** The order an event is about: its record, or the one its payload names. */
    public static Optional<UUID> orderOf(DomainEvent event) {
        if (event.name().startsWith(ORDERS)) {
            return Optional.of(event.aggregateId());
        }
        return Optional.ofNullable(event.payload().get("orderId"))
                .map(Object::toString)
                .map(UUID::fromString);
    }
}
