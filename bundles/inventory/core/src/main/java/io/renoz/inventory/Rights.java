package io.renoz.inventory;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** INV-22: who may act everywhere, and who only where it is theirs. */
public final class Rights {

    private Rights() {}

    /**
     * Refuses a caller who may do something neither everywhere nor on the own vehicle.
     *
     * @throws Problem {@code forbidden}
     */
    public static void requireEither(String everywhere, String own) {
        Call call = Call.current();
        if (!call.permits(everywhere)) {
            call.require(own);
        }
    }

    /** Whether the caller is limited to what is theirs. */
    public static boolean limited(String everywhere) {
        return !Call.current().permits(everywhere);
    }

    /**
     * Refuses a caller who is limited to their own vehicle and wants to act elsewhere.
     *
     * @param assigned to whom the vehicle is assigned; null for anything that is no vehicle
     * @throws Problem {@code forbidden}
     */
    public static void requireOwn(String everywhere, String own, Supplier<@Nullable UUID> assigned) {
        requireEither(everywhere, own);
        if (limited(everywhere)
                && !Call.user().filter(user -> user.equals(assigned.get())).isPresent()) {
            throw Problem.of("forbidden", "This is possible on your own vehicle only.")
                    .with("permission", everywhere);
        }
    }
}
