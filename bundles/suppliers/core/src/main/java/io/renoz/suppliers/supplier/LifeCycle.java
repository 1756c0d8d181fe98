package io.renoz.suppliers.supplier;

import static io.renoz.suppliers.api.SupplierStatus.ACTIVE;
import static io.renoz.suppliers.api.SupplierStatus.BLACKLISTED;
import static io.renoz.suppliers.api.SupplierStatus.INACTIVE;
import static io.renoz.suppliers.api.SupplierStatus.SUSPENDED;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.api.SupplierStatus;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which state of a supplier may follow which, who may bring it about, and when they have to say why. */
final class LifeCycle {

    private static final Map<SupplierStatus, Set<SupplierStatus>> NEXT = Map.of(
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
    static void check(SupplierStatus from, SupplierStatus next, @Nullable String reason, Call call) {
        if (!NEXT.getOrDefault(from, Set.of()).contains(next)) {
            throw Problem.transition("A supplier that is " + Coded.of(from) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(from))
                    .with("to", Coded.of(next));
        }
        call.require(permission(from, next));
        if (reason == null && (next == BLACKLISTED || next == SUSPENDED)) {
            throw Problem.invalid("reason", "This move needs a reason.");
        }
    }

    /** Blacklisting is for admin and finance, lifting it for the admin alone. */
    private static String permission(SupplierStatus from, SupplierStatus next) {
        if (from == BLACKLISTED) {
            return Permissions.DELETE;
        }
        return next == BLACKLISTED ? Permissions.APPROVE : Permissions.WRITE;
    }
}
