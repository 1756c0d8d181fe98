package io.renoz.customers.customer;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A point on earth in decimal degrees. */
final class Coordinates {

    private Coordinates() {}

    /** Refuses half a point. */
    static void requireBoth(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        if ((latitude == null) != (longitude == null)) {
            throw Problem.invalid(
                    latitude == null ? "latitude" : "longitude", "Latitude and longitude are given together.");
        }
    }
}
