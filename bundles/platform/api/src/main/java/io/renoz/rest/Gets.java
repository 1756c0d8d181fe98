package io.renoz.rest;

import io.renoz.data.Records;
import io.renoz.data.Versioned;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** {@code GET /id} */
public interface Gets<V extends Versioned> {

    Records<?, V> records();

    @GET
    @Path("{id}")
    default V get(@PathParam("id") UUID id) {
        return records().get(id);
    }
}
