package io.renoz.inventory.stock;

import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A receipt of stock with the value that is still in it. */
@Entity
@Table(schema = "inventory", name = "inventory_cost_layers")
public class CostLayer extends TenantRecord {

    UUID inventoryId;

    UUID productId;

    Instant receivedAt;

    BigDecimal quantityReceived;

    BigDecimal quantityRemaining;

    BigDecimal unitCost;

    BigDecimal costTotal;

    BigDecimal costRemaining;

    String currency;

    @Nullable
    String sourceCurrency;

    @Nullable
    BigDecimal exchangeRate;

    CostLayerReferenceType referenceType;

    @Nullable
    UUID referenceId;

    @Nullable
    UUID originLayerId;

    UUID movementId;

    @Nullable
    LocalDate expiryDate;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected CostLayer() {}

    /** Goods that came to a balance by a movement. */
    static CostLayer of(Movement movement, Slice goods, Origin origin, String currency) {
        var layer = new CostLayer();
        layer.inventoryId = movement.inventoryId;
        layer.productId = movement.productId;
        layer.receivedAt = goods.receivedAt();
        layer.quantityReceived = goods.quantity();
        layer.quantityRemaining = goods.quantity();
        layer.costTotal = goods.cost();
        layer.costRemaining = goods.cost();
        layer.unitCost = Amounts.unitCost(goods.cost(), goods.quantity(), Amounts.NO_MONEY);
        layer.currency = currency;
        layer.sourceCurrency = origin.sourceCurrency();
        layer.exchangeRate = origin.exchangeRate();
        layer.referenceType = origin.type();
        layer.referenceId = movement.referenceId;
        layer.originLayerId = goods.layer();
        layer.movementId = movement.id();
        layer.expiryDate = goods.expiryDate();
        return layer;
    }

    /** Where goods come from. */
    public record Origin(
            CostLayerReferenceType type,
            @Nullable String sourceCurrency,
            @Nullable BigDecimal exchangeRate) {

        public static Origin of(CostLayerReferenceType type) {
            return new Origin(type, null, null);
        }
    }

    Slice open() {
        return new Slice(id(), receivedAt, quantityRemaining, costRemaining, expiryDate);
    }

    void give(Slice part) {
        quantityRemaining = quantityRemaining.subtract(part.quantity());
        costRemaining = costRemaining.subtract(part.cost());
    }

    /** Changes the value of what is left; what was received is worth as much more or less. */
    void revalue(BigDecimal change) {
        costRemaining = costRemaining.add(change);
        costTotal = costTotal.add(change);
        unitCost = Amounts.unitCost(costRemaining, quantityRemaining, unitCost);
    }
}
