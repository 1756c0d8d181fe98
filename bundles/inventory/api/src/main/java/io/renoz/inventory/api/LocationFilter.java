package io.renoz.inventory.api;

import org.jspecify.annotations.Nullable;

/**
 * Which locations are meant; what is null is not asked.
 *
 * @param type kind of site
 * @param sellable whether its stock may be promised
 * @param active whether it is in use
 */
public record LocationFilter(
        @Nullable LocationType type,
        @Nullable Boolean sellable,
        @Nullable Boolean active) {

    /** Those in use. */
    public static LocationFilter inUse() {
        return new LocationFilter(null, null, true);
    }
}
