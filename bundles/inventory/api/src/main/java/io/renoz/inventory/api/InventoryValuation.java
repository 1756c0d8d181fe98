package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What stock is worth, in the organization's currency with two decimals. Thread-safe. */
@ProviderType
public interface InventoryValuation {

    /** Value of what is on hand divided by its quantity; the last cost when nothing is left, 0 when there never was any. */
    BigDecimal averageCost(UUID productId);

    /** Value at the end of a day in the organization's time zone. */
    BigDecimal valueAt(LocalDate day, ValuationScope scope);

    /**
     * Value that a posting moved, 0 or above.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    BigDecimal costOf(UUID postingId);
}
