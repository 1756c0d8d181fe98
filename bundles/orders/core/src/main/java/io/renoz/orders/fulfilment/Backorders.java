package io.renoz.orders.fulfilment;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.orders.api.OrderFulfilment;
import io.renoz.orders.order.Reserving;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-10: stock arrived for lines that waited. */
@Component
public final class Backorders implements EventListener {

    private final OrderFulfilment fulfilment;

    @Activate
    public Backorders(@Reference OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public Set<String> events() {
        return Set.of("inventory.reservation.backorder-filled");
    }

    /** The figure is absolute: told late or twice it does no harm. */
    @Override
    public void handle(DomainEvent event) {
        if (Reserving.DEMAND.equals(event.payload().get("demandType"))) {
            fulfilment.onReservationChanged(
                    UUID.fromString(String.valueOf(event.payload().get("demandLineId"))),
                    new BigDecimal(String.valueOf(event.payload().get("allocated"))));
        }
    }
}
