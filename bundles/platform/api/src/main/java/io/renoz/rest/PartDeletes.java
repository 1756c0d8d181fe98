package io.renoz.rest;

import io.renoz.data.Rows;
import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** {@code DELETE /id} of what belongs to one record; the resource's path names that record as <code>{parent}</code>. */
public interface PartDeletes {

    Rows<?, ?, ?> records();

    @DELETE
    @Path("{id}")
    default void delete(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        records().within(parent).delete(id);
    }
}
