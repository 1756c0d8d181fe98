package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Claims on stock that cannot oversell: of two that want the last unit, one gets it. Everything happens in the caller's
 * transaction; balances are locked in the order of their ids, after whatever the caller has locked. Thread-safe.
 *
 * <p>When stock arrives for a line that waits, {@code inventory.reservation.backorder-filled} is published with {@code
 * demandType}, {@code demandId}, {@code demandLineId}, {@code productId}, {@code quantity}, {@code allocated} and {@code
 * fulfilled}, all absolute. A hold that lapses publishes {@code inventory.reservation.expired} with the same.
 */
@ProviderType
public interface StockReservations {

    /** Most lines of one call. */
    int MOST_LINES = 1000;

    /**
     * Reserves all lines, or none. A line that has a reservation of the product already gets its quantity changed; the same
     * again changes nothing. Products whose stock is not tracked are refused: leave them out.
     *
     * @return one for each line, in their order
     * @throws io.renoz.problem.Problem {@code insufficient-stock} with {@code shortages}: for each product {@code productId},
     *     {@code requested}, {@code available} and {@code short}; {@code validation-failed} for a wrong quantity, an unknown
     *     product or location, with a pointer below {@code /lines}; {@code invalid-transition} when less is asked for than has left
     */
    List<Reservation> reserve(ReserveCommand command);

    /**
     * Gives back what a document holds and has not used, its chosen serials included. Does nothing the second time.
     *
     * @param reason at most 200 characters
     * @return how many reservations were released
     */
    int release(DemandRef demand, String reason);

    /** The reservations of a document, whatever their state, in the order in which they were made. */
    List<Reservation> find(DemandRef demand);

    /** The reservations of many documents of a kind, in two queries whatever their number. */
    List<Reservation> findAll(String demandType, List<UUID> demandIds);

    /**
     * Changes what a line wants in all; to what has left already, the rest is released.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code insufficient-stock} when more is wanted than there is;
     *     {@code invalid-transition} when less is wanted than has left, or the reservation is closed
     */
    Reservation resize(DemandLineRef line, BigDecimal quantity);

    /**
     * Chooses the units for a line at picking, besides those it has. Each must be on hand, of the product, and free or this
     * line's already; units elsewhere than the stock that was set aside move the claim there.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when the line has no open reservation; {@code serial-conflict}, whose
     *     detail says which and why; {@code validation-failed} for more than the line holds
     */
    List<SerialInfo> allocateSerials(DemandLineRef line, List<String> serials);

    /** Takes the choice of units back; they stay reserved as stock. Serials that are not this line's are passed over. */
    void releaseSerials(DemandLineRef line, List<String> serials);
}
