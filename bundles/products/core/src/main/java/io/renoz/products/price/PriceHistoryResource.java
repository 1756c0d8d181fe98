package io.renoz.products.price;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.products.Permissions;
import io.renoz.products.product.Product;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{parent}/price-history}, newest first. PRD-08: costs are for some only. */
@Component
@Path("products/{parent}/price-history")
public final class PriceHistoryResource implements PartLists<PriceHistoryResource.View> {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID productId,
            PriceChangeType changeType,
            @Nullable BigDecimal previousPrice,
            @Nullable BigDecimal newPrice,
            @Nullable BigDecimal previousDiscountPercent,
            @Nullable BigDecimal newDiscountPercent,
            @Nullable UUID tierId,
            @Nullable UUID customerId,
            @Nullable UUID batchId,
            @Nullable String reason,
            @Nullable UUID changedBy,
            Instant changedAt)
            implements Versioned {}

    private final Rows<PriceChange, Nothing, View> all;
    private final Rows<PriceChange, Nothing, View> withoutCosts;

    @Activate
    public PriceHistoryResource(@Reference(target = "(domain=products)") Tables tables) {
        Table<PriceChange> changes = tables.of(PriceChange.class)
                .filter("changeType", "changedAt", "customerId")
                .sort("-changedAt")
                .within("productId", Product.class);
        all = changes.byName(Nothing.class, View.class);
        withoutCosts = changes.only("e.changeType <> io.renoz.products.price.PriceChangeType.COST_PRICE")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<PriceChange, Nothing, View> records() {
        return all;
    }

    @Override
    public Page<View> list(UUID productId, ListQuery query) {
        boolean costs = Call.current().permits(Permissions.COST);
        return (costs ? all : withoutCosts).within(productId).list(query);
    }
}
