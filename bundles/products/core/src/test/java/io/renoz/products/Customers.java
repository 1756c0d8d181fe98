package io.renoz.products;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.NewCustomer;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.Page;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Customers that are there because a test says so. */
public record Customers(Set<UUID> known) implements CustomerDirectory {

    public Customers(UUID... known) {
        this(new HashSet<>(List.of(known)));
    }

    @Override
    public Optional<CustomerSummary> find(UUID id) {
        return known.contains(id)
                ? Optional.of(new CustomerSummary(
                        id, "C", "Acme", "Acme", CustomerStatus.ACTIVE, CustomerType.BUSINESS, null, null, 30, false))
                : Optional.empty();
    }

    @Override
    public Map<UUID, CustomerSummary> findAll(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
    }

    @Override
    public CustomerSummary requireTrading(UUID id) {
        return find(id).orElseThrow();
    }

    @Override
    public UUID create(NewCustomer customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activate(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<UUID> matching(SegmentCriteria criteria, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }
}
