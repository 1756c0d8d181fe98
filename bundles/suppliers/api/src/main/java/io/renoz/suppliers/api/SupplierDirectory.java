package io.renoz.suppliers.api;

import io.renoz.data.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Who the organization buys from. Thread-safe. */
@ProviderType
public interface SupplierDirectory {

    /** Most ids of one call. */
    int MOST_IDS = 1000;

    /** The supplier, unless there is none or it was deleted. */
    Optional<SupplierSummary> find(UUID supplierId);

    /**
     * The same for many, by id, in one query; unknown and deleted ones are left out.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, SupplierSummary> findAll(Collection<UUID> supplierIds);

    /**
     * The supplier, if new orders may be given to it.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code supplier-not-orderable} unless it is active, with the member
     *     {@code status}
     */
    SupplierSummary requireOrderable(UUID supplierId);

    /**
     * Suppliers that fit, by name; at most 200 a page.
     *
     * @param cursor {@code next} of the page before; null for the first
     * @throws io.renoz.problem.Problem {@code invalid-parameter} for an unknown filter or a cursor of another filter
     */
    Page<SupplierSummary> search(SupplierFilter filter, @Nullable String cursor);
}
