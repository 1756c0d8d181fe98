package io.renoz.orders.order;

import io.renoz.data.Tables;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.TaxType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-25: drafts that an import makes; what of an order comes in a later batch joins it. */
@Component(service = ImportedDrafts.class)
public final class ImportedDrafts {

    /** An order of a file. */
    public record ImportedOrder(
            String externalRef,
            UUID customerId,
            @Nullable LocalDate orderDate,
            @Nullable LocalDate requiredDate,
            @Nullable String customerPoNumber,
            @Nullable String customerNotes,
            List<ImportedLine> lines) {}

    /** A line of a file. */
    public record ImportedLine(
            @Nullable UUID productId,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal discountPercent) {}

    private final Tables tables;
    private final Drafts drafts;
    private final Revision revision;

    @Activate
    public ImportedDrafts(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Drafts drafts,
            @Reference Revision revision) {
        this.tables = tables;
        this.drafts = drafts;
        this.revision = revision;
    }

    private static String key(UUID importId, String externalRef) {
        return Digest.of(new Key(importId, externalRef));
    }

    private record Key(UUID importId, String externalRef) {}

    /** Whether an order came of an import. */
    public boolean madeBy(Order order, UUID importId) {
        return order.externalRef != null && key(importId, order.externalRef).equals(order.clientRequestId);
    }

    /** Makes drafts, or adds to those that an earlier batch of the same import made; by their external reference. */
    public Map<String, Order> write(List<ImportedOrder> imported, UUID importId) {
        Map<String, Order> written = new HashMap<>();
        var fresh = new ArrayList<OrderInput>();
        for (ImportedOrder one : imported) {
            Optional<Order> before = tables.findBy(Order.class, "clientRequestId", key(importId, one.externalRef()));
            if (before.isPresent()) {
                add(before.get(), one);
                written.put(one.externalRef(), before.get());
            } else {
                fresh.add(input(one));
            }
        }
        if (!fresh.isEmpty()) {
            drafts.open(fresh, (order, input) -> {
                String ref = String.valueOf(input.externalRef());
                drafts.mark(order, key(importId, ref), Digest.of(input));
                written.put(ref, order);
            });
        }
        return written;
    }

    private void add(Order order, ImportedOrder more) {
        revision.change(order.id(), false, draft -> more.lines()
                .forEach(line -> draft.lines.add(OrderLine.of(draft.id(), input(line)))));
    }

    /** Deletes a draft as long as nobody has touched it since; says whether it did. */
    public boolean takeBack(UUID id, int version) {
        Optional<Order> order = tables.find(Order.class, id)
                .filter(one -> one.version() == version && one.status() == OrderStatus.DRAFT);
        order.ifPresent(tables::remove);
        return order.isPresent();
    }

    private static OrderInput input(ImportedOrder order) {
        return new OrderInput(
                order.customerId(),
                null,
                order.customerPoNumber(),
                null,
                OrderSource.IMPORT,
                OrderPriority.NORMAL,
                null,
                order.orderDate(),
                order.requiredDate(),
                null,
                null,
                null,
                null,
                null,
                null,
                Normal.orNothing(null),
                TaxType.GST,
                null,
                null,
                null,
                null,
                null,
                null,
                order.customerNotes(),
                null,
                null,
                order.externalRef(),
                null,
                order.lines().stream().map(ImportedDrafts::input).toList(),
                List.of());
    }

    private static LineInput input(ImportedLine line) {
        return new LineInput(
                null,
                null,
                OrderLineType.ITEM,
                line.productId(),
                null,
                line.description(),
                line.quantity(),
                null,
                line.unitPrice(),
                line.discountPercent(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
