package io.renoz.suppliers;

import io.renoz.problem.Problem;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides on a request.
 *
 * @param rejectionReason needed to reject
 */
public record Decision(
        @NotNull Outcome status, @Nullable @Size(max = 500) String rejectionReason) {

    /** The two ways it can go. */
    public enum Outcome {
        APPROVED,
        REJECTED
    }

    public Decision {
        rejectionReason = Texts.plain(rejectionReason);
        if (status == Outcome.REJECTED && rejectionReason == null) {
            throw Problem.invalid("rejectionReason", "A rejection needs a reason.");
        }
    }

    public boolean approves() {
        return status == Outcome.APPROVED;
    }
}
