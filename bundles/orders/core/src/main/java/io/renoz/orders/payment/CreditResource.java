package io.renoz.orders.payment;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.CreditSource;
import io.renoz.orders.order.Order;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/credits} */
@Component
@Path("orders/{parent}/credits")
public final class CreditResource implements PartLists<CreditResource.View> {

    /** What a caller sees; a released credit no longer counts. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderId,
            CreditSource source,
            UUID sourceId,
            @Nullable String sourceNumber,
            BigDecimal amount,
            LocalDate appliedOn,
            @Nullable Instant releasedAt,
            @Nullable UUID releasedBy)
            implements Versioned {}

    /** Nobody writes credits here. */
    record Input() {}

    private final Rows<OrderCredit, Input, View> rows;

    @Activate
    public CreditResource(@Reference(target = "(domain=orders)") Tables tables) {
        this.rows = tables.of(OrderCredit.class)
                .filter("source")
                .sort("appliedOn")
                .within("orderId", Order.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<OrderCredit, Input, View> records() {
        return rows;
    }
}
