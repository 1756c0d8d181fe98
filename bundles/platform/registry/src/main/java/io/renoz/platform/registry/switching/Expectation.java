package io.renoz.platform.registry.switching;

import io.renoz.problem.Problem;
import java.util.Arrays;
import java.util.Optional;

/**
 * The If-Match of a request against the revision of a set.
 *
 * <p>The tags handed out also tell what is deployed, for caches; what a change expects is the revision alone, which is the
 * part before the dot and the same on every node.
 */
final class Expectation {

    private Expectation() {}

    /** PLT-06: refuses when a header is there and does not name the revision. */
    static void check(Optional<String> ifMatch, long revision) {
        if (ifMatch.isPresent()
                && Arrays.stream(ifMatch.get().split(",")).noneMatch(tag -> names(tag.strip(), revision))) {
            throw Problem.of("precondition-failed", "The module set has changed: its revision is " + revision + ".")
                    .with("revision", revision);
        }
    }

    private static boolean names(String tag, long revision) {
        if (tag.equals("*")) {
            return true;
        }
        String number = Long.toString(revision);
        return tag.equals("\"" + number + "\"") || tag.startsWith("\"" + number + ".");
    }
}
