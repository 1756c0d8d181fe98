package io.renoz.orders.fulfilment;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** What of one line is in a shipment. */
@Entity
@Table(schema = "orders", name = "shipment_items")
@Audited(type = "shipment_item", parent = "shipmentId", parentType = "order_shipment")
public class ShipmentItem extends TenantRecord {

    UUID shipmentId;
    UUID orderLineItemId;
    BigDecimal quantity;

    @Nullable
    String lotNumber;

    @Nullable
    LocalDate expiryDate;

    @Nullable
    String notes;

    /** Units that whoever packs it names; those that were picked first when there are none. */
    @Transient
    String @Nullable [] serialNumbers;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected ShipmentItem() {}

    ShipmentItem(UUID shipmentId, UUID line, BigDecimal quantity) {
        this.shipmentId = shipmentId;
        this.orderLineItemId = line;
        this.quantity = quantity;
    }

    public UUID orderLineItemId() {
        return orderLineItemId;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public Optional<String> lotNumber() {
        return Optional.ofNullable(lotNumber);
    }
}
