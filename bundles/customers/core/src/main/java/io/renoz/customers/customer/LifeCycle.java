package io.renoz.customers.customer;

import static io.renoz.customers.api.CustomerStatus.ACTIVE;
import static io.renoz.customers.api.CustomerStatus.BLACKLISTED;
import static io.renoz.customers.api.CustomerStatus.INACTIVE;
import static io.renoz.customers.api.CustomerStatus.PROSPECT;
import static io.renoz.customers.api.CustomerStatus.SUSPENDED;

import io.renoz.customers.Permissions;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which state of a customer may follow which, who may bring it about, and when they have to say why. */
final class LifeCycle {

    private static final Map<CustomerStatus, Set<CustomerStatus>> NEXT = Map.of(
            PROSPECT, Set.of(ACTIVE, INACTIVE, BLACKLISTED),
            ACTIVE, Set.of(INACTIVE, SUSPENDED, BLACKLISTED),
            INACTIVE, Set.of(ACTIVE, BLACKLISTED),
            SUSPENDED, Set.of(ACTIVE, INACTIVE, BLACKLISTED),
            BLACKLISTED, Set.of(INACTIVE));

    private LifeCycle() {}

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition}, {@code forbidden}, {@code validation-failed} without a reason
     */
    static void check(Customer customer, CustomerStatus next, @Nullable String reason, Call call) {
        CustomerStatus from = customer.status;
        if (!NEXT.getOrDefault(from, Set.of()).contains(next)) {
            throw Problem.transition("A customer that is " + Coded.of(from) + " cannot become " + Coded.of(next) + ".");
        }
        if (from == BLACKLISTED) {
            call.require(Permissions.DELETE); // rehabilitation is the admin's
        } else if (next == BLACKLISTED || (from == SUSPENDED && next == ACTIVE)) {
            call.require(Permissions.CREDIT);
        }
        if (reason == null && (from == BLACKLISTED || next == BLACKLISTED || next == SUSPENDED)) {
            throw Problem.invalid("reason", "This move needs a reason.");
        }
    }
}
