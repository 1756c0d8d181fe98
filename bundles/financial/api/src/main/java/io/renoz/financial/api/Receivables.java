package io.renoz.financial.api;

import java.time.LocalDate;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What customers owe. Thread-safe. */
@ProviderType
public interface Receivables {

    /** What a customer owed on a day by age; payments and credits dated later are left out. */
    AgingBuckets aging(UUID customerId, LocalDate asOf);

    /** A period in figures, over all customers. */
    ReceivablesSummary summary(Period period);
}
