package io.renoz.products.api;

import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What the organization sells and buys. Thread-safe. */
@ProviderType
public interface ProductCatalog {

    /** Most ids of one call. */
    int MOST_IDS = 1000;

    /** The product, unless there is none or it was deleted; discontinued ones are found. */
    Optional<ProductSummary> find(UUID productId);

    /**
     * The same for many, by the ids asked for, in one query whatever their number; unknown and deleted ones are left out.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, ProductSummary> findAll(Collection<UUID> productIds);

    /** The product with that sku, whatever its case. */
    Optional<ProductSummary> findBySku(String sku);

    /** The product with that barcode. */
    Optional<ProductSummary> findByBarcode(String barcode);

    /**
     * The product, if it may be sold today. A discontinued one may while inventory is on and has some of it available.
     *
     * @throws Problem {@code not-found}; {@code not-sellable} with the members {@code productId}, {@code reason} (draft,
     *     inactive, not_for_sale, not_yet_available, discontinued) and, of a discontinued one that has a successor,
     *     {@code replacedById}
     */
    ProductSummary requireSellable(UUID productId);

    /**
     * What {@link #requireSellable} would throw for each of many, in a fixed number of queries; what may be sold is not in the
     * answer.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, Problem> unsellable(Collection<UUID> productIds);

    /**
     * The product, if it may be bought: not draft, not discontinued, and purchasable.
     *
     * @throws Problem {@code not-found}; {@code not-purchasable} with the members {@code productId} and
     *     {@code reason}
     */
    ProductSummary requirePurchasable(UUID productId);

    /**
     * What {@link #requirePurchasable} would throw for each of many; what may be bought is not in the answer.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, Problem> unpurchasable(Collection<UUID> productIds);

    /**
     * How many products are in a category and those below it.
     *
     * @throws Problem {@code not-found}
     */
    int countsByCategory(UUID categoryId);

    /** Ids of a category and of all below it, for filters by category; empty when there is no such category. */
    Collection<UUID> categoriesBelow(UUID categoryId);
}
