package io.renoz.rest;

import io.renoz.data.Offer;
import java.util.Map;

/**
 * A resource of its module: a component with {@code @Path}. Those with {@link Gets}, {@link Creates}, {@link Updates} or
 * {@link Deletes} need not say it.
 */
public interface Resource {

    /**
     * What its lists take: by the name of each method that has a {@link io.renoz.data.ListQuery}. A filter or a sort that is
     * not offered is refused before the method is called.
     */
    default Map<String, Offer> offers() {
        return Map.of();
    }
}
