package io.renoz.inventory.transfer;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A line of a transfer. */
@Entity
@Table(schema = "inventory", name = "stock_transfer_items")
@Audited(type = "stock_transfer_item", parent = "transferId", parentType = "stock_transfer")
public class StockTransferItem extends TenantRecord {

    UUID transferId;

    Integer lineNumber;

    UUID productId;

    String lotNumber = "";

    @Nullable
    UUID fromWarehouseLocationId;

    @Nullable
    UUID toWarehouseLocationId;

    BigDecimal quantity;

    BigDecimal quantityShipped = Amounts.NO_GOODS;

    BigDecimal quantityReceived = Amounts.NO_GOODS;

    BigDecimal quantityLost = Amounts.NO_GOODS;

    String @Nullable [] serialNumbers;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected StockTransferItem() {}

    /** What is still under way. */
    BigDecimal open() {
        return quantityShipped.subtract(quantityReceived).subtract(quantityLost);
    }

    List<String> serials() {
        return serialNumbers == null ? List.of() : List.of(serialNumbers);
    }

    @Nullable
    String lot() {
        return lotNumber.isEmpty() ? null : lotNumber;
    }
}
