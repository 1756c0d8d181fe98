package io.renoz.inventory.alert;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A condition that holds.
 *
 * @param location null for all of them together
 * @param lot empty for all lots
 */
record Finding(
        UUID product, @Nullable UUID location, String lot, BigDecimal measured, BigDecimal threshold, String message) {

    /** What there is one open event of for each alert. */
    record Key(UUID product, @Nullable UUID location, String lot) {}

    Key key() {
        return new Key(product, location, lot);
    }
}
