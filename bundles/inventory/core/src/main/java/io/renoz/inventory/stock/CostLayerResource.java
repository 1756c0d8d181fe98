package io.renoz.inventory.stock;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Reads;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/cost-layers} */
@Component
@Path("cost-layers")
public final class CostLayerResource implements Reads<CostLayerResource.View> {

    /** Callers set nothing. */
    private record Nothing(CostLayerReferenceType referenceType) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            UUID inventoryId,
            UUID productId,
            Instant receivedAt,
            BigDecimal quantityReceived,
            BigDecimal quantityRemaining,
            BigDecimal unitCost,
            BigDecimal costTotal,
            BigDecimal costRemaining,
            String currency,
            @Nullable String sourceCurrency,
            @Nullable BigDecimal exchangeRate,
            CostLayerReferenceType referenceType,
            @Nullable UUID referenceId,
            @Nullable UUID originLayerId,
            UUID movementId,
            @Nullable LocalDate expiryDate)
            implements Versioned {}

    private final Rows<CostLayer, ?, View> layers;

    @Activate
    public CostLayerResource(@Reference(target = "(domain=inventory)") Tables tables) {
        this.layers = tables.of(CostLayer.class)
                .filter("productId", "inventoryId", "referenceType", "referenceId", "receivedAt", "quantityRemaining")
                .filter("createdAt")
                .sort("receivedAt", "costRemaining", "id")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<CostLayer, ?, View> records() {
        return layers;
    }
}
