package io.renoz.suppliers.purchase.order;

import io.renoz.suppliers.api.SupplierOffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** SUP-16: what a certain supplier asks for lines of its orders. */
public interface LinePrices {

    /**
     * A line in want of a price.
     *
     * @param quantity more than 0
     */
    record Wanted(UUID supplierId, UUID productId, BigDecimal quantity, String currency, LocalDate day) {}

    /** Prices in a fixed number of queries; what the supplier has no price for is left out. */
    Map<Wanted, SupplierOffer> find(Collection<Wanted> lines);
}
