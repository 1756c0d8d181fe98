package io.renoz.customers.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the figures that other modules know of a customer.
 *
 * <p>They are absolute, never differences, so a report may be repeated and reports may overtake each other. Thread-safe.
 */
@ProviderType
public interface CustomerFigures {

    /**
     * Takes the figures unless newer ones are known.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void report(UUID customerId, OrderFigures figures);

    /**
     * Takes the value of the customer's open opportunities.
     *
     * @param asOf when it was taken, for the caller's own order: reports for one customer come one after the other, and the
     *     last one counts
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void reportPipeline(UUID customerId, BigDecimal openValue, Instant asOf);
}
