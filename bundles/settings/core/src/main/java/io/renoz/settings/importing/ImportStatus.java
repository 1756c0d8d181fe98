package io.renoz.settings.importing;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import java.util.Set;

/** How an import stands. */
enum ImportStatus {
    UPLOADED,
    VALIDATING,
    VALIDATED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED,
    ROLLED_BACK;

    /**
     * Refuses an act for which an import is not in the right state.
     *
     * @throws Problem {@code invalid-transition}
     */
    void requireAmong(Set<ImportStatus> states, String act) {
        if (!states.contains(this)) {
            throw Problem.transition(
                    "An import that is " + Coded.of(this).replace('_', ' ') + " cannot be " + act + ".");
        }
    }
}
