package io.renoz.rest;

import io.renoz.data.Page;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import java.util.List;
import javax.ws.rs.POST;
import javax.ws.rs.Path;

/** {@code POST /} for one, {@code POST /bulk} for 1 to 1,000, all or none. */
public interface Creates<I, V extends Versioned> {

    Records<I, V> records();

    @POST
    default Created<V> create(I input) {
        return new Created<>(add(List.of(input)).get(0));
    }

    @POST
    @Path("bulk")
    default Page<V> createAll(Bulk<I> inputs) {
        return Page.of(inputs.made(this::add));
    }

    /** Stores them, however they came; to be overridden where a record needs more than what its caller gave. */
    default List<V> add(List<I> inputs) {
        return records().createAll(inputs);
    }
}
