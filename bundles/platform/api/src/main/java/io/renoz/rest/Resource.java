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

    /**
     * Most bytes of a file that the method of that name takes as an {@link Upload}, 10 MB unless said otherwise. Asked before
     * the file is read, as the caller and in a short transaction that reads only. A larger file is refused as {@code
     * file-too-large}.
     */
    default long largestFile(String method) {
        return 10_485_760;
    }
}
