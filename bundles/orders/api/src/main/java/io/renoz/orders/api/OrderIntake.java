package io.renoz.orders.api;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Takes orders from other modules. Takes part in the caller's transaction. Thread-safe. */
@ProviderType
public interface OrderIntake {

    /**
     * Makes a draft. The same client request id gives the first order back, also when two ask at once.
     *
     * @param clientRequestId the caller's key, at most 128 characters, as {@code quote-convert:<id>:<version>}
     * @return id of the order
     * @throws io.renoz.problem.Problem {@code idempotency-mismatch} when that key made an order for another customer or from
     *     another quote; {@code validation-failed} with pointers into the order
     */
    UUID createDraft(NewOrder order, String clientRequestId);
}
