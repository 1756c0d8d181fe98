package io.renoz.rest;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Versioned;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;

/** {@code GET /} of what belongs to one record; the resource's path names that record as <code>{parent}</code>. */
public interface PartLists<V extends Versioned> extends Resource {

    Rows<?, ?, V> records();

    @GET
    default Page<V> list(@PathParam("parent") UUID parent, @Context ListQuery query) {
        return records().within(parent).list(query);
    }

    @Override
    default Map<String, Offer> offers() {
        return Map.of("list", records().offer());
    }
}
