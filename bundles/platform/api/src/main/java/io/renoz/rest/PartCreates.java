package io.renoz.rest;

import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Versioned;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** {@link Creates} for what belongs to one record; the resource's path names that record as <code>{parent}</code>. */
public interface PartCreates<I, V extends Versioned> {

    Rows<?, I, V> records();

    @POST
    default Created<V> create(@PathParam("parent") UUID parent, I input) {
        return new Created<>(add(parent, List.of(input)).get(0));
    }

    @POST
    @Path("bulk")
    default Page<V> createAll(@PathParam("parent") UUID parent, Bulk<I> inputs) {
        return Page.of(inputs.made(items -> add(parent, items)));
    }

    /** Stores them, however they came; to be overridden where a record needs more than what its caller gave. */
    default List<V> add(UUID parent, List<I> inputs) {
        return records().within(parent).createAll(inputs);
    }
}
