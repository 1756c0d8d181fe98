package io.renoz.customers.api;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Where customers are. Thread-safe. */
@ProviderType
public interface AddressBook {

    Optional<PostalAddress> find(UUID addressId);

    /** The customer's primary address of a type, else its primary billing address, if any. */
    Optional<PostalAddress> primary(UUID customerId, AddressType type);
}
