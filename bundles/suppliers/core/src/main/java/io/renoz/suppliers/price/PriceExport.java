package io.renoz.suppliers.price;

import io.renoz.data.Tables;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import io.renoz.suppliers.supplier.RecordTypes;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prices of suppliers as rows of a file. */
@Component
public final class PriceExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    private final RecordExport<PriceView> export;

    @Activate
    public PriceExport(@Reference(target = "(domain=suppliers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.PRICE,
                        tables.of(SupplierPrice.class)
                                .filter("supplierId", "productId", "status", "createdAt")
                                .sort("id")
                                .byName(Nothing.class, PriceView.class),
                        PriceView.class,
                        MethodHandles.lookup(),
                        Set.of())
                .dependingOn(RecordTypes.SUPPLIER, "product");
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
