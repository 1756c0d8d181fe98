package io.renoz.customers.api;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What customers may owe; what they do owe is known elsewhere. Thread-safe. */
@ProviderType
public interface CreditPolicy {

    /**
     * Follows merged accounts as {@link CustomerDirectory} does.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    CreditStanding standing(UUID customerId);
}
