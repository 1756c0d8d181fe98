package io.renoz.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is refused, and by what name. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }
}
