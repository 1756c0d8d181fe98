package com.example.pettycash.api;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Pays small amounts for other modules. Takes part in the caller's transaction. Thread-safe. */
@ProviderType
public interface CashDesk {

    /** A cash box, unless there is none with that id. */
    Optional<BoxSummary> find(UUID boxId);

    /**
     * Takes money out of a box, today. Paying twice pays twice.
     *
     * @return number of the entry
     * @throws io.renoz.problem.Problem {@code insufficient-cash}; {@code invalid-transition} when the box is closed for today;
     *     {@code validation-failed} for an unknown box or customer
     */
    String pay(Payment payment);
}
