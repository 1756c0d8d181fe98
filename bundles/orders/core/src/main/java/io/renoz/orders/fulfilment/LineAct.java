package io.renoz.orders.fulfilment;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.SourceRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** ORD-26: what another module told of a line, kept so that a source takes effect once and can be undone. */
@Entity
@Table(schema = "orders", name = "order_line_acts")
@Audited(type = "order_line_act", name = "act", parent = "orderLineItemId", parentType = "order_line_item")
class LineAct extends TenantRecord {

    /** What can be told. */
    enum Kind {
        DELIVERED,
        HANDED_OVER,
        RETURNED,
        DROP_SHIPPED
    }

    UUID orderLineItemId;
    Kind act;
    String sourceType;
    UUID sourceId;
    BigDecimal quantity;
    String[] serials = {};

    @Nullable
    Instant undoneAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected LineAct() {}

    LineAct(UUID line, Kind act, SourceRef source, BigDecimal quantity, List<String> serials) {
        this.orderLineItemId = line;
        this.act = act;
        this.sourceType = source.type();
        this.sourceId = source.id();
        this.quantity = quantity;
        this.serials = serials.toArray(String[]::new);
    }

    boolean undone() {
        return undoneAt != null;
    }

    void undo(Instant at) {
        undoneAt = at;
    }

    /** The same source tells it again, after it was undone. */
    void redo(UUID line, BigDecimal again, List<String> units) {
        orderLineItemId = line;
        quantity = again;
        serials = units.toArray(String[]::new);
        undoneAt = null;
    }
}
