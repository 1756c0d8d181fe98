package io.renoz.inventory.stock;

import io.renoz.inventory.RecordTypes;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Balances as rows of a file. */
@Component
public final class StockExport implements ExportSource {

    private final RecordExport<BalanceView> export;

    @Activate
    public StockExport(@Reference Stock stock) {
        export = RecordExport.of(RecordTypes.BALANCE, stock.rows(), BalanceView.class, MethodHandles.lookup(), Set.of())
                .dependingOn(RecordTypes.LOCATION, RecordTypes.PLACE, "product");
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
