package io.renoz.financial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What was refused, and how. */
public final class Refusals {

    private Refusals() {}

    /** The problem that {@code work} ends with; fails when it ends well. */
    public static Problem refusal(ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(Problem.class);
        return (Problem) thrown;
    }

    /** Its slug. */
    public static AbstractStringAssert<?> assertRefused(ThrowingCallable work) {
        return assertThat(refusal(work).slug());
    }

    /** Its pointers, separated by blanks. */
    public static AbstractStringAssert<?> assertInvalid(ThrowingCallable work) {
        Problem problem = refusal(work);
        assertThat(problem.status()).isEqualTo(422);
        return assertThat(String.join(
                " ", problem.errors().stream().map(FieldError::pointer).toList()));
    }
}
