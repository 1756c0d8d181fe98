package io.renoz.orders.api;

import io.renoz.data.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What was sold to whom, and how far it got. Takes part in the caller's transaction. Thread-safe. */
@ProviderType
public interface OrderDirectory {

    /** Most ids of one call. */
    int MOST_IDS = 1000;

    /** The order, unless there is none or it was deleted. */
    Optional<OrderSummary> find(UUID orderId);

    /**
     * The same for many, in a fixed number of queries whatever their number; unknown ids are left out.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, OrderSummary> findAll(Collection<UUID> orderIds);

    /** Lines of the order by their number; none where there is no such order. */
    List<OrderLineSummary> lines(UUID orderId);

    /** One line of whichever order. */
    Optional<OrderLineSummary> findLine(UUID orderLineId);

    /**
     * The order, when it is past draft and not cancelled.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} when it is a draft or cancelled, with the
     *     member {@code from}
     */
    OrderSummary requireOpen(UUID orderId);

    /** The line on which a unit was sold last and not taken back. */
    Optional<OrderLineSummary> bySerial(UUID productId, String serialNumber);

    /**
     * Orders of a customer, newest order date first; at most 200 a page.
     *
     * @param cursor {@code next} of the page before; null for the first
     * @throws io.renoz.problem.Problem {@code invalid-parameter} for a cursor that is none
     */
    Page<OrderSummary> ofCustomer(UUID customerId, @Nullable String cursor);

    /** A shipment with what is in it. */
    Optional<ShipmentSummary> shipment(UUID shipmentId);
}
