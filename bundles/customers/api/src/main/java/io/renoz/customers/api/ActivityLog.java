package io.renoz.customers.api;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The conversation with a customer, for modules that take part in it. Thread-safe. */
@ProviderType
public interface ActivityLog {

    /**
     * Adds an entry; the same source with the same type a second time gives the first entry's id back and changes nothing.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code validation-failed} when the contact is another customer's
     */
    UUID log(UUID customerId, NewActivity activity);
}
