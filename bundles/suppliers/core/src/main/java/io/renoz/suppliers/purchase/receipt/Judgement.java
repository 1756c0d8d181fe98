package io.renoz.suppliers.purchase.receipt;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** SUP-09: what can be said of goods that arrived. */
final class Judgement {

    private Judgement() {}

    /**
     * Refuses what does not add up.
     *
     * @param accepted null for all that is not rejected
     * @param at where the line stands in what the caller sent
     */
    static void check(
            BigDecimal received,
            @Nullable BigDecimal accepted,
            BigDecimal rejected,
            @Nullable RejectionReason reason,
            String at) {
        if (rejected.compareTo(received) > 0) {
            throw Problem.invalid(at + "quantityRejected", "No more can be rejected than arrived.");
        }
        if (accepted != null && accepted.add(rejected).compareTo(received) != 0) {
            throw Problem.invalid(at + "quantityAccepted", "What is accepted and rejected together is what arrived.");
        }
        if (rejected.signum() > 0 && reason == null) {
            throw Problem.invalid(at + "rejectionReason", "A rejection needs a reason.");
        }
    }
}
