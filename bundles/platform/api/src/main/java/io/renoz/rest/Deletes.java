package io.renoz.rest;

import io.renoz.data.Records;
import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** {@code DELETE /id} */
public interface Deletes {

    Records<?, ?> records();

    @DELETE
    @Path("{id}")
    default void delete(@PathParam("id") UUID id) {
        records().delete(id);
    }
}
