package io.renoz.products.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Says what a product costs whom, how many and when. Products that may not be sold have prices too. Thread-safe. */
@ProviderType
public interface PriceResolver {

    /**
     * One price.
     *
     * @param customerId whose agreements count; null for a price that holds for everybody
     * @throws io.renoz.problem.Problem {@code not-found} with the member {@code productId}; {@code validation-failed} for a
     *     quantity that is not above 0
     */
    ResolvedPrice resolve(UUID productId, @Nullable UUID customerId, BigDecimal quantity, LocalDate day);

    /**
     * Many prices in the order asked for, in a fixed number of queries whatever their number.
     *
     * @throws io.renoz.problem.Problem as {@link #resolve}; for an unknown product {@code not-found}
     */
    List<ResolvedPrice> resolveAll(List<PriceRequest> requests);
}
