package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How much there is, and where. Reads only and promises nothing: what must be there later is reserved through {@link
 * StockReservations}. Thread-safe.
 */
@ProviderType
public interface StockAvailability {

    /** Most products of one call. */
    int MOST_PRODUCTS = 1000;

    /** Free, unexpired stock in condition available, own or consigned; 0 for a product of which there never was any. */
    BigDecimal available(UUID productId, LocationScope scope);

    /**
     * The figures of many products, one for each that is asked for, in a fixed number of queries.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_PRODUCTS}
     */
    Map<UUID, Availability> availableMany(Collection<UUID> productIds, LocationScope scope);

    /** What can be promised for a day: available, more what suppliers promised until then, less what reservations wait for. */
    BigDecimal projected(UUID productId, LocalDate day);

    /** Locations that fit, by code. */
    List<LocationSummary> locations(LocationFilter filter);

    /** One location, unless there is none. */
    Optional<LocationSummary> location(UUID locationId);

    /** The active vehicle that is assigned to a user; the first by code where there are several. */
    Optional<LocationSummary> vehicleOf(UUID userId);
}
