package io.renoz.inventory.stock;

import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is one balance of.
 *
 * @param lotNumber empty where the goods have no lot
 * @param expiryDate of the lot; not part of the key
 */
public record BalanceKey(
        UUID productId,
        UUID locationId,
        UUID placeId,
        String lotNumber,
        StockStatus status,
        StockOwnership ownership,
        @Nullable LocalDate expiryDate) {

    /** Goods at a place; one that is for quarantine decides their condition. */
    public static BalanceKey at(
            Place place,
            UUID product,
            @Nullable String lot,
            StockStatus status,
            StockOwnership ownership,
            @Nullable LocalDate expiryDate) {
        StockStatus there = place.quarantine() && status == StockStatus.AVAILABLE ? StockStatus.QUARANTINED : status;
        return new BalanceKey(
                product, place.locationId(), place.id(), lot == null ? "" : lot.strip(), there, ownership, expiryDate);
    }

    /** What the database keeps unique, as text. */
    String text() {
        return productId + "|" + placeId + "|" + lotNumber + "|" + status + "|" + ownership;
    }

    /** The same goods at another place. */
    public BalanceKey at(Place place) {
        return at(place, productId, lotNumber, status, ownership, expiryDate);
    }

    /** The same goods in another condition. */
    public BalanceKey in(StockStatus other) {
        return new BalanceKey(productId, locationId, placeId, lotNumber, other, ownership, expiryDate);
    }
}
