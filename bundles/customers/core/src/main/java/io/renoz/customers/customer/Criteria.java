package io.renoz.customers.customer;

import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the customers that criteria mean, by id and nothing more. */
final class Criteria {

    private record Match(UUID id, int version) implements Versioned {}

    private final Rows<Customer, Void, Match> customers;

    Criteria(Tables tables) {
        customers = CustomerRows.table(tables)
                .sort("id")
                .viewed(Match.class, customer -> new Match(customer.id(), customer.version()));
    }

    Page<UUID> page(SegmentCriteria segment, @Nullable String cursor, int limit) {
        var query = new ListQuery(limit, Optional.ofNullable(cursor), Optional.empty(), segment.filters(), false);
        return customers.list(query).map(Match::id);
    }
}
