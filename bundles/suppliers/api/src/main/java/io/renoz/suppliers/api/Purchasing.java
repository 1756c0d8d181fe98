package io.renoz.suppliers.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Buys, and tells what was bought. It asks for no permission: what a caller may buy is what their own module lets them. Thread-safe. */
@ProviderType
public interface Purchasing {

    /** Most lines, or ids, of one call. */
    int MOST_LINES = 1000;

    /**
     * Makes draft orders of the lines, one a supplier, currency, place of delivery and drop-shipped order, at today's prices.
     * Called twice it makes them twice.
     *
     * @return ids in the order in which the suppliers come first among the lines
     * @throws io.renoz.problem.Problem {@code no-supplier} for a product that nobody offers, with the pointer to its line;
     *     {@code supplier-not-orderable}; {@code validation-failed} for an unknown product or a quantity that is not positive
     */
    List<UUID> draftOrders(List<SupplyLine> lines);

    /**
     * What is still to come of orders that were sent, until a day and including it, soonest first; goods without a promised day
     * come last and are always among them. Products of which nothing is on its way are left out, and so are goods that go
     * straight to a customer.
     */
    Map<UUID, List<IncomingSupply>> incoming(Set<UUID> productIds, LocalDate until);

    /** The orders with lines bought for a sales line or a job's material, newest first, cancelled ones included. */
    List<PurchaseOrderSummary> ordersFor(DemandRef demand);

    /** The order, unless there is none or it was deleted. */
    Optional<PurchaseOrderSummary> find(UUID purchaseOrderId);

    /** The same for many, by id, in one query; unknown ones are left out. */
    Map<UUID, PurchaseOrderSummary> findAll(Collection<UUID> purchaseOrderIds);
}
