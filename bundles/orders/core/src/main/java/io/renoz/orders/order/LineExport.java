package io.renoz.orders.order;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.PickStatus;
import io.renoz.orders.api.TaxType;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lines of orders as rows of a file; what goods cost us is told to those who may know. */
@Component
public final class LineExport implements ExportSource {

    /** A line with the order it is of. */
    record Row(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderId,
            Integer lineNumber,
            OrderLineType lineType,
            @Nullable UUID parentLineId,
            @Nullable UUID productId,
            @Nullable String sku,
            String description,
            BigDecimal quantity,
            @Nullable String unitOfMeasure,
            BigDecimal unitPrice,
            @Nullable String priceSource,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal discountAmount,
            TaxType taxType,
            BigDecimal taxRate,
            BigDecimal lineSubtotal,
            BigDecimal taxAmount,
            BigDecimal lineTotal,
            @Nullable BigDecimal unitCost,
            PickStatus pickStatus,
            BigDecimal qtyReserved,
            BigDecimal qtyPicked,
            BigDecimal qtyShipped,
            BigDecimal qtyDelivered,
            BigDecimal qtyReturned)
            implements Versioned {}

    private final RecordExport<Row> export;

    @Activate
    public LineExport(@Reference(target = "(domain=orders)") Tables tables) {
        export = RecordExport.of(
                        "order_line_item",
                        tables.of(OrderLine.class)
                                .filter("orderId", "productId", "pickStatus", "lineType", "createdAt", "updatedAt")
                                .sort("id")
                                .byName(OrderExport.Nothing.class, Row.class),
                        Row.class,
                        MethodHandles.lookup(),
                        Set.of())
                .dependingOn("order");
    }

    @Override
    public ExportDescription describe() {
        return export.description();
    }

    @Override
    public Optional<String> read(ExportQuery query, RowSink sink) {
        return export.read(query, sink);
    }
}
