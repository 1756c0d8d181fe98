package io.renoz.orders.order;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders as rows of a file. Their lines are a file of their own. */
@Component
public final class OrderExport implements ExportSource {

    private static final Set<String> PERSONAL =
            Set.of("customerName", "customerTaxId", "internalNotes", "customerNotes", "deliveryInstructions");

    /** Nothing comes in this way. */
    record Nothing() {}

    /** An order without its parts. */
    record Row(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String orderNumber,
            UUID customerId,
            String customerName,
            @Nullable String customerTaxId,
            @Nullable String customerPoNumber,
            OrderStatus status,
            PaymentStatus paymentStatus,
            InvoiceStatus invoiceStatus,
            OrderSource source,
            OrderPriority priority,
            @Nullable UUID assignedTo,
            LocalDate orderDate,
            @Nullable LocalDate requiredDate,
            @Nullable LocalDate promisedDate,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate shippedDate,
            @Nullable LocalDate deliveredDate,
            String currency,
            BigDecimal subtotal,
            BigDecimal discountAmount,
            BigDecimal shippingAmount,
            BigDecimal taxAmount,
            BigDecimal total,
            BigDecimal paidAmount,
            BigDecimal creditedAmount,
            BigDecimal balanceDue,
            @Nullable String invoiceNumber,
            @Nullable LocalDate invoiceDate,
            @Nullable String internalNotes,
            @Nullable String customerNotes,
            @Nullable String deliveryInstructions,
            @Nullable String externalRef)
            implements Versioned {}

    private final RecordExport<Row> export;

    @Activate
    public OrderExport(@Reference(target = "(domain=orders)") Tables tables) {
        export = RecordExport.of(
                        "order",
                        OrderRows.table(tables).sort("id").byName(Nothing.class, Row.class),
                        Row.class,
                        MethodHandles.lookup(),
                        PERSONAL)
                .dependingOn("customer");
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
