package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells orders what became of their goods outside of picking and shipping. Takes part in the caller's transaction; each act locks
 * the order's row. Quantities are above 0, with 3 places. Thread-safe.
 */
@ProviderType
public interface OrderFulfilment {

    /**
     * Labour that was done, or goods a crew took along: goods count as picked, shipped and delivered at once. The same source
     * has no second effect.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} for drafts and cancelled orders; {@code
     *     over-delivery}; {@code serial-required}, {@code serial-conflict}
     */
    void markDelivered(UUID orderLineId, BigDecimal quantity, List<String> serials, SourceRef source);

    /**
     * A job takes goods of the line into a reservation of its own, in the same transaction: the line's reservation falls by as
     * much. The same source has no second effect.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state}; {@code over-delivery} when less than that is
     *     left to deliver
     */
    void handOver(UUID orderLineId, BigDecimal quantity, SourceRef source);

    /** Undoes a hand-over; one that is unknown or was undone already has no effect. */
    void takeBack(SourceRef source);

    /**
     * Goods came back to us. The same source has no second effect.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code over-return} when more comes back than was delivered
     */
    void recordReturn(UUID orderLineId, BigDecimal quantity, List<String> serials, SourceRef source);

    /**
     * What is held in stock for the line from now on. An unknown line has no effect.
     *
     * @param reserved absolute, so that telling it late or twice does no harm
     */
    void onReservationChanged(UUID orderLineId, BigDecimal reserved);

    /**
     * Goods went straight from a supplier to the customer: picked, shipped and delivered at once, no stock touched, and what was
     * reserved for them released. The same source has no second effect.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state}; {@code over-delivery}
     */
    void deliverDropShipment(
            UUID orderLineId, BigDecimal quantity, List<String> serials, LocalDate on, SourceRef source);

    /**
     * The receipt of a drop shipment was reversed; one that is unknown has no effect.
     *
     * @throws io.renoz.problem.Problem {@code invalid-state} once a return refers to it
     */
    void undoDropShipment(SourceRef source);
}
