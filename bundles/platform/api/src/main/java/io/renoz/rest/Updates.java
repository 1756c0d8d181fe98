package io.renoz.rest;

import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import java.util.UUID;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** {@code PATCH /id}, a JSON merge patch under If-Match. */
public interface Updates<I, V extends Versioned> {

    Records<I, V> records();

    @PATCH
    @Path("{id}")
    default V update(@PathParam("id") UUID id, Patch<I> patch) {
        return records().update(id, patch);
    }
}
