package io.renoz.rest;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.core.Context;

/** {@code GET /} */
public interface Lists<V extends Versioned> extends Resource {

    Records<?, V> records();

    @GET
    default Page<V> list(@Context ListQuery query) {
        return records().list(query);
    }

    @Override
    default Map<String, Offer> offers() {
        return Map.of("list", records().offer());
    }
}
