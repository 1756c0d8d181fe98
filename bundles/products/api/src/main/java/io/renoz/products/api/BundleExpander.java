package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Says what is really delivered when a bundle is sold. Thread-safe. */
@ProviderType
public interface BundleExpander {

    /**
     * The leaves of a bundle: quantities multiply down, equal products are summed, in the order of the components. What is
     * no bundle is its own only leaf.
     *
     * @param options optional components chosen, at any depth; the others are left out
     * @throws io.renoz.problem.Problem {@code not-found} with the member {@code productId}
     */
    List<BundleComponent> expand(UUID productId, BigDecimal quantity, Set<UUID> options);

    /** The same for many in the order asked for, in a number of queries that depends only on the depth of the bundles. */
    List<List<BundleComponent>> expandAll(List<BundleRequest> requests);
}
