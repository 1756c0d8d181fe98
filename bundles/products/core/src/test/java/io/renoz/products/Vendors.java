package io.renoz.products;

import io.renoz.data.Page;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierFilter;
import io.renoz.suppliers.api.SupplierStatus;
import io.renoz.suppliers.api.SupplierSummary;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A supplier that is there because a test says so. */
public record Vendors(UUID known) implements SupplierDirectory {

    @Override
    public Optional<SupplierSummary> find(UUID id) {
        return known.equals(id)
                ? Optional.of(new SupplierSummary(
                        id,
                        "S",
                        "Sun",
                        "Sun",
                        SupplierStatus.ACTIVE,
                        "AUD",
                        PaymentTerms.NET_30,
                        null,
                        null,
                        null,
                        null))
                : Optional.empty();
    }

    @Override
    public Map<UUID, SupplierSummary> findAll(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .collect(Collectors.toMap(SupplierSummary::id, Function.identity()));
    }

    @Override
    public SupplierSummary requireOrderable(UUID id) {
        return find(id).orElseThrow();
    }

    @Override
    public Page<SupplierSummary> search(SupplierFilter filter, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }
}
