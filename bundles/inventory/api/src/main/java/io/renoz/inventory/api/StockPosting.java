package io.renoz.inventory.api;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes stock movements, in the caller's transaction; the ledger only grows. Balances are locked in the order of their ids,
 * after whatever the caller has locked. Costs are first in, first out. Thread-safe.
 *
 * <p>Every method answers {@code validation-failed} with a pointer below {@code /lines} for an unknown product, a product
 * whose stock is not tracked, a wrong quantity or a wrong number of serials; {@code period-closed} for a time further back
 * than the organization allows or before its valuation lock.
 */
@ProviderType
public interface StockPosting {

    /** Most lines of one call. */
    int MOST_LINES = 1000;

    /**
     * Goods come in.
     *
     * @throws io.renoz.problem.Problem {@code serial-conflict} naming the serial that is on hand already; {@code
     *     location-not-receivable}
     */
    Posting receive(ReceiveCommand command);

    /**
     * Goods leave for a customer; the reservations of their lines are fulfilled.
     *
     * @return with the cost of goods of each line
     * @throws io.renoz.problem.Problem {@code insufficient-stock}, {@code serial-conflict}; {@code module-disabled} for lines
     *     of orders while that module is off
     */
    Posting ship(ShipCommand command);

    /**
     * Goods are used by a job; units become installed with it.
     *
     * @throws io.renoz.problem.Problem {@code insufficient-stock}, {@code serial-conflict}; {@code module-disabled} while
     *     jobs is off; {@code forbidden} for a technician who takes from elsewhere than the own vehicle
     */
    Posting issueToJob(IssueCommand command);

    /**
     * Goods come back from a customer, never straight to what can be promised.
     *
     * @throws io.renoz.problem.Problem {@code serial-conflict} for a unit that is on hand; {@code location-not-receivable}
     */
    Posting receiveReturn(ReturnCommand command);

    /**
     * Goods go back to the supplier.
     *
     * @throws io.renoz.problem.Problem {@code insufficient-stock}, {@code serial-conflict}
     */
    Posting returnToSupplier(SupplierReturnCommand command);

    /**
     * Posts the opposite of every movement of a posting; what was there stays in the ledger. A shipment's goods come back to
     * their reservations.
     *
     * @param reason at most 1,000 characters
     * @throws io.renoz.problem.Problem {@code not-found}; {@code already-reversed}; {@code insufficient-stock} when goods that
     *     came in are gone or claimed
     */
    Posting reverse(UUID postingId, String reason);
}
