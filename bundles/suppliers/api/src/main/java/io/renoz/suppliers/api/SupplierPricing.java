package io.renoz.suppliers.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What suppliers ask for products. Only suppliers that are active are asked. Thread-safe.
 *
 * <p>Prices are found supplier by supplier as a line of a purchase order finds its own: an agreement, else the agreement's
 * discount on the list price, else the list price, else what was last paid.
 */
@ProviderType
public interface SupplierPricing {

    /** Most products of one call. */
    int MOST_IDS = 1000;

    /** The first of {@link #offers}. */
    Optional<SupplierOffer> bestOffer(UUID productId, BigDecimal quantity, LocalDate day);

    /**
     * The same for many products at once, in a fixed number of queries; products that nobody offers are left out.
     *
     * @param quantities how much of each product is wanted
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, SupplierOffer> bestOffers(Map<UUID, BigDecimal> quantities, LocalDate day);

    /**
     * One offer of each supplier and currency that sells so much of the product on that day, the best first: preferred ones
     * before all others, then those in the organization's currency, then the cheapest, then the fastest.
     *
     * @param quantity more than 0, in the product's unit
     */
    List<SupplierOffer> offers(UUID productId, BigDecimal quantity, LocalDate day);

    /**
     * What a unit cost net, without tax and in the organization's currency, on the newest purchase order that was sent; empty
     * where none was.
     */
    Optional<BigDecimal> lastPurchasePrice(UUID productId);

    /**
     * The same for many products, in one query; those that were never bought are left out.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, BigDecimal> lastPurchasePrices(Collection<UUID> productIds);
}
