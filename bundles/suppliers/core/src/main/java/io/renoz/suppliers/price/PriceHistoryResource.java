package io.renoz.suppliers.price;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Lists;
import io.renoz.suppliers.price.PriceHistoryResource.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/price-history}: what prices were, the newest first. */
@Component
@Path("price-history")
public final class PriceHistoryResource implements Lists<View> {

    /** Nothing comes in this way. */
    record Nothing() {}

    /**
     * A change.
     *
     * @param changePercent at most 999.99 either way; not there where the price was 0
     */
    public record View(
            UUID id,
            int version,
            UUID supplierId,
            UUID productId,
            @Nullable UUID priceListId,
            @Nullable UUID priceChangeId,
            String currency,
            @Nullable BigDecimal previousPrice,
            BigDecimal newPrice,
            BigDecimal priceChange,
            @Nullable BigDecimal changePercent,
            @Nullable String changeReason,
            LocalDate effectiveDate,
            @Nullable UUID changedBy,
            Instant changedAt)
            implements Versioned {}

    private final Rows<PriceHistory, Nothing, View> history;

    @Activate
    public PriceHistoryResource(@Reference(target = "(domain=suppliers)") Tables tables) {
        history = tables.of(PriceHistory.class)
                .filter("supplierId", "productId", "priceListId", "effectiveDate")
                .sort("-effectiveDate", "changedAt")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<PriceHistory, Nothing, View> records() {
        return history;
    }
}
