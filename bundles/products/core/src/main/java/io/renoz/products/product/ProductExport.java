package io.renoz.products.product;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.products.Permissions;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductType;
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

/** Products as rows of a file. PRD-08: costs are left out for whoever may not know them. */
@Component
public final class ProductExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** A product without its parts. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String sku,
            String name,
            @Nullable String description,
            @Nullable String shortDescription,
            @Nullable String barcode,
            @Nullable UUID categoryId,
            ProductType type,
            ProductStatus status,
            Boolean isSellable,
            Boolean isPurchasable,
            boolean isSerialized,
            Boolean trackInventory,
            boolean allowFractional,
            String unitOfMeasure,
            BigDecimal basePrice,
            @Nullable BigDecimal costPrice,
            @Nullable BigDecimal minMarginPercent,
            @Nullable BigDecimal minSellPrice,
            UUID taxCodeId,
            @Nullable String brand,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String manufacturerPartNumber,
            @Nullable String countryOfOrigin,
            @Nullable String hsCode,
            @Nullable BigDecimal weightKg,
            @Nullable BigDecimal length,
            @Nullable BigDecimal width,
            @Nullable BigDecimal height,
            boolean isDangerousGood,
            @Nullable String dangerousGoodClass,
            @Nullable Integer leadTimeDays,
            BigDecimal reorderPoint,
            BigDecimal reorderQty,
            @Nullable UUID preferredSupplierId,
            @Nullable UUID replacedById,
            @Nullable LocalDate availableFrom,
            @Nullable Instant discontinuedAt,
            @Nullable String externalRef)
            implements Versioned {

        Line {
            if (!Call.current().permits(Permissions.COST)) {
                costPrice = null;
                minMarginPercent = null;
                minSellPrice = null;
            }
        }
    }

    private final RecordExport<Line> export;

    @Activate
    public ProductExport(@Reference(target = "(domain=products)") Tables tables) {
        export = RecordExport.of(
                RecordTypes.PRODUCT,
                ProductRows.table(tables).sort("id").byName(Nothing.class, Line.class),
                Line.class,
                MethodHandles.lookup(),
                Set.of());
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
