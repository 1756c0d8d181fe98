package io.renoz.orders.order;

import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.NewOrderLine;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.order.OrderInput.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts of what programs bring rather than callers: they may say where prices come from and which tax was agreed. */
@Component(service = NewDrafts.class)
public final class NewDrafts {

    private final Drafts drafts;

    @Activate
    public NewDrafts(@Reference Drafts drafts) {
        this.drafts = drafts;
    }

    /** One draft; {@code add} gives it what the order does not say. */
    public OrderView open(NewOrder order, Consumer<? super Order> add) {
        return drafts.open(List.of(input(order)), (draft, input) -> {
                    bring(draft, order);
                    add.accept(draft);
                })
                .get(0);
    }

    private static void bring(Order draft, NewOrder order) {
        draft.quoteId = order.quoteId();
        draft.opportunityId = order.opportunityId();
        if (order.shippingTaxRate() != null) {
            draft.shippingTaxRate = order.shippingTaxRate();
            draft.shippingRateGiven = true;
        }
        for (int i = 0; i < draft.lines.size(); i++) {
            bring(draft.lines.get(i), order.lines().get(i));
        }
    }

    private static void bring(OrderLine line, NewOrderLine brought) {
        if (brought.unitPrice() != null) {
            line.priceSource = Objects.requireNonNullElse(brought.priceSource(), OrderLine.MANUAL);
            line.priceGiven = true;
        }
        if (brought.taxRate() != null) {
            line.taxType = Objects.requireNonNullElse(brought.taxType(), TaxType.GST);
            line.taxRate = brought.taxRate();
            line.taxRateGiven = true;
        }
    }

    private static OrderInput input(NewOrder order) {
        return new OrderInput(
                order.customerId(),
                order.contactId(),
                order.customerPoNumber(),
                null,
                order.source(),
                OrderPriority.NORMAL,
                order.assignedTo(),
                order.orderDate(),
                order.requiredDate(),
                null,
                order.paymentTermsDays(),
                null,
                null,
                order.discountPercent(),
                order.discountFixed(),
                Normal.orNothing(order.shippingAmount()),
                Objects.requireNonNullElse(order.shippingTaxType(), TaxType.GST),
                null,
                null,
                null,
                null,
                null,
                order.internalNotes(),
                order.customerNotes(),
                null,
                null,
                null,
                null,
                order.lines().stream().map(NewDrafts::line).toList(),
                places(order));
    }

    private static List<Place> places(NewOrder order) {
        var places = new ArrayList<Place>();
        place(OrderAddressType.BILLING, order.billingAddressId(), places);
        place(OrderAddressType.SHIPPING, order.shippingAddressId(), places);
        return places;
    }

    private static void place(OrderAddressType type, @Nullable UUID address, List<Place> places) {
        if (address != null) {
            places.add(
                    new Place(null, type, address, null, null, null, null, null, null, null, null, null, null, null));
        }
    }

    private static LineInput line(NewOrderLine line) {
        return new LineInput(
                null,
                line.lineNumber(),
                line.lineType(),
                line.productId(),
                line.sku(),
                line.description(),
                line.quantity(),
                line.unitOfMeasure(),
                line.unitPrice(),
                line.discountPercent(),
                line.discountAmount(),
                line.taxType(),
                null,
                null,
                null,
                line.requestedDate(),
                line.locationId(),
                line.notes());
    }
}
