package io.renoz.orders.fulfilment;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.LineSerialStatus;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A unit that was given to a line, from its allocation to its return. */
@Entity
@Table(schema = "orders", name = "order_line_serials")
@Audited(type = "order_line_serial", name = "serialNumber", parent = "orderLineItemId", parentType = "order_line_item")
public class OrderLineSerial extends TenantRecord {

    UUID orderLineItemId;
    UUID productId;

    @Searchable
    String serialNumber;

    LineSerialStatus status = LineSerialStatus.ALLOCATED;

    @Nullable
    UUID shipmentItemId;

    Instant allocatedAt;

    @Nullable
    Instant returnedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OrderLineSerial() {}

    OrderLineSerial(UUID line, UUID product, String serial, LineSerialStatus status, Instant at) {
        this.orderLineItemId = line;
        this.productId = product;
        this.serialNumber = serial;
        this.status = status;
        this.allocatedAt = at;
    }

    void become(LineSerialStatus next) {
        status = next;
    }

    void comeBack(Instant at) {
        status = LineSerialStatus.RETURNED;
        returnedAt = at;
    }
}
