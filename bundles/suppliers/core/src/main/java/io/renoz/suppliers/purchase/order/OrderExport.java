package io.renoz.suppliers.purchase.order;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.supplier.RecordTypes;
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

/** Purchase orders as rows of a file, without their lines. */
@Component
public final class OrderExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** A purchase order. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String poNumber,
            UUID supplierId,
            String supplierName,
            PurchaseOrderStatus status,
            @Nullable LocalDate orderDate,
            @Nullable LocalDate requiredDate,
            @Nullable LocalDate expectedDeliveryDate,
            @Nullable LocalDate actualDeliveryDate,
            @Nullable String currency,
            @Nullable BigDecimal exchangeRate,
            BigDecimal subtotal,
            BigDecimal discountAmount,
            BigDecimal taxAmount,
            BigDecimal shippingAmount,
            BigDecimal totalAmount,
            BigDecimal totalAmountBase,
            @Nullable String supplierReference,
            @Nullable String internalReference,
            @Nullable String supplierInvoiceNumber,
            @Nullable BigDecimal supplierInvoiceAmount,
            InvoiceMatchStatus invoiceMatchStatus,
            int revision)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public OrderExport(@Reference(target = "(domain=suppliers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.PURCHASE_ORDER,
                        tables.of(PurchaseOrder.class)
                                .filter("status", "supplierId", "orderDate", "createdAt")
                                .sort("id")
                                .byName(Nothing.class, Line.class),
                        Line.class,
                        MethodHandles.lookup(),
                        Set.of())
                .dependingOn(RecordTypes.SUPPLIER);
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
