package io.renoz.financial;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;

/** Refuses moves along a life cycle that are not to be. */
public final class Transitions {

    private Transitions() {}

    /** 409 with both states. */
    public static Problem refused(String thing, Enum<?> from, Enum<?> to) {
        return Problem.transition(thing + " that is " + words(from) + " cannot become " + words(to) + ".")
                .with("from", Coded.of(from))
                .with("to", Coded.of(to));
    }

    private static String words(Enum<?> state) {
        return Coded.of(state).replace('_', ' ');
    }
}
