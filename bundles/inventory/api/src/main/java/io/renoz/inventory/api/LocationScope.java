package io.renoz.inventory.api;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stock is meant.
 *
 * @param locationId one location; null for all active locations that sell
 */
public record LocationScope(@Nullable UUID locationId) {

    private static final LocationScope SELLABLE = new LocationScope(null);

    /** Every active location whose stock may be promised. */
    public static LocationScope sellable() {
        return SELLABLE;
    }

    /** One location, whether it sells or not. */
    public static LocationScope at(UUID locationId) {
        return new LocationScope(locationId);
    }

    public Optional<UUID> location() {
        return Optional.ofNullable(locationId);
    }
}
