package io.renoz.financial.api;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Orders that are paid in parts. Thread-safe. */
@ProviderType
public interface PaymentPlans {

    /**
     * Makes the plan of an order, from draft on.
     *
     * @return its instalments in their order
     * @throws io.renoz.problem.Problem {@code not-found}; {@code plan-exists}; {@code plan-mismatch} with the difference when
     *     custom amounts do not sum to the total or percentages not to 100; {@code invalid-state} when the order is cancelled;
     *     {@code validation-failed}
     */
    List<Installment> create(UUID orderId, PlanSpec plan);

    /** The instalments of an order in their order; none when it has no plan. */
    List<Installment> of(UUID orderId);
}
