package io.renoz.customers.api;

import io.renoz.module.Extension;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Has something to show of a customer on the account page. Asked only while its module is on. Thread-safe. */
@Extension
@ConsumerType
public interface CustomerSummaryContributor {

    /**
     * Reads its section, in a read-only transaction of its own. Who fails or takes longer than 300 ms is left out of the
     * page and named there.
     */
    SummarySection contribute(UUID customerId);
}
