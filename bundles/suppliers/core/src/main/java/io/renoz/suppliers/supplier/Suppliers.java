package io.renoz.suppliers.supplier;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Records;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierFilter;
import io.renoz.suppliers.api.SupplierSummary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Suppliers as other modules meet them. */
@Component
public final class Suppliers implements SupplierDirectory {

    private record Found(UUID id, int version, SupplierSummary supplier) implements Versioned {}

    private final Tables tables;
    private final Records<Void, Found> found;

    @Activate
    public Suppliers(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
        this.found = SupplierRows.table(tables)
                .sort("name")
                .viewed(Found.class, supplier -> new Found(supplier.id(), supplier.version(), supplier.summary()));
    }

    @Override
    public Optional<SupplierSummary> find(UUID supplierId) {
        return tables.find(Supplier.class, supplierId).map(Supplier::summary);
    }

    @Override
    public Map<UUID, SupplierSummary> findAll(Collection<UUID> supplierIds) {
        if (supplierIds.size() > MOST_IDS) {
            throw new IllegalArgumentException("At most " + MOST_IDS + " suppliers at once.");
        }
        var all = new LinkedHashMap<UUID, SupplierSummary>();
        if (!supplierIds.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select s from Supplier s where s.id in :ids and s.deletedAt is null order by s.id",
                            Supplier.class)
                    .setParameter("ids", supplierIds)
                    .getResultStream()
                    .forEach(supplier -> all.put(supplier.id(), supplier.summary()));
        }
        return all;
    }

    @Override
    public SupplierSummary requireOrderable(UUID supplierId) {
        Supplier supplier = tables.require(Supplier.class, supplierId);
        supplier.requireOrderable();
        return supplier.summary();
    }

    @Override
    public Page<SupplierSummary> search(SupplierFilter filter, @Nullable String cursor) {
        return found.list(new ListQuery(
                        ListQuery.MAX_LIMIT, Optional.ofNullable(cursor), Optional.of("name"), filter.filters(), false))
                .map(Found::supplier);
    }
}
