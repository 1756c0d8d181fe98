package io.renoz.inventory.stock;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.inventory.api.StockStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Balances as a collection; they are written by postings alone. */
@Component(service = Stock.class)
public final class Stock {

    /** Callers set nothing. */
    private record Nothing(StockStatus status) {}

    private final Rows<Balance, ?, BalanceView> rows;

    @Activate
    public Stock(@Reference(target = "(domain=inventory)") Tables tables) {
        this.rows = tables.of(Balance.class)
                .filter("productId", "locationId", "warehouseLocationId", "status", "ownership", "lotNumber")
                .filter("quantityOnHand", "quantityAvailable", "expiryDate", "lastMovementAt", "createdAt")
                .sort("productId", "quantityAvailable", "totalValue", "expiryDate", "lastMovementAt", "id")
                .byName(Nothing.class, BalanceView.class);
    }

    public Rows<Balance, ?, BalanceView> rows() {
        return rows;
    }
}
