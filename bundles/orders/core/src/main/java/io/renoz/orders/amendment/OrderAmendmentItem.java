package io.renoz.orders.amendment;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.order.OrderChange.Act;
import io.renoz.orders.order.OrderChange.LineChange;
import io.renoz.orders.order.OrderLine;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What an amendment does to one line. */
@Entity
@Table(schema = "orders", name = "order_amendment_items")
@Audited(type = "order_amendment_item", parent = "amendmentId", parentType = "order_amendment")
class OrderAmendmentItem extends TenantRecord {

    UUID amendmentId;
    AmendmentItemAction action = AmendmentItemAction.MODIFY;

    @Nullable
    UUID orderLineItemId;

    @Nullable
    UUID productId;

    @Nullable
    String description;

    @Nullable
    BigDecimal quantityBefore;

    @Nullable
    BigDecimal quantityAfter;

    @Nullable
    BigDecimal unitPriceBefore;

    @Nullable
    BigDecimal unitPriceAfter;

    @Nullable
    BigDecimal discountPercentBefore;

    @Nullable
    BigDecimal discountPercentAfter;

    @Nullable
    BigDecimal discountAmountBefore;

    @Nullable
    BigDecimal discountAmountAfter;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderAmendmentItem() {}

    /** What the giving up of a remainder does to a line. */
    static OrderAmendmentItem closed(UUID amendment, OrderLine line, BigDecimal before) {
        var item = new OrderAmendmentItem();
        item.amendmentId = amendment;
        item.action = line.removed() ? AmendmentItemAction.REMOVE : AmendmentItemAction.MODIFY;
        item.orderLineItemId = line.id();
        item.productId = line.productId().orElse(null);
        item.quantityBefore = before;
        item.quantityAfter = line.quantity();
        return item;
    }

    /** Notes what the line is like now. */
    void compare(OrderLine line) {
        quantityBefore = line.quantity();
        unitPriceBefore = line.unitPrice();
        discountPercentBefore = line.discountPercent();
        discountAmountBefore = line.discountAmount();
    }

    LineChange change() {
        return new LineChange(
                Act.valueOf(action.name()),
                orderLineItemId,
                productId,
                description,
                quantityAfter,
                unitPriceAfter,
                discountPercentAfter,
                discountAmountAfter);
    }
}
