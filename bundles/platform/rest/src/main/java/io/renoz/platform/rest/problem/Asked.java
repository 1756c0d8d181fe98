package io.renoz.platform.rest.problem;

import io.renoz.platform.rest.operation.Operation;
import java.util.Set;

/**
 * What was asked, as far as it tells what went wrong.
 *
 * @param deleting whether something was to be deleted, so that a reference in the way is one to it
 * @param fields names of the fields of what was sent, which alone can be named
 * @param many whether many records were sent, so that nobody knows which of them it was
 */
public record Asked(boolean deleting, Set<String> fields, boolean many) {

    public Asked {
        fields = Set.copyOf(fields);
    }

    /** By an operation. */
    public static Asked by(Operation operation) {
        return new Asked(operation.verb().equals("DELETE"), operation.bodyFields(), operation.many());
    }

    /** By nobody knows whom. */
    public static Asked nothing() {
        return new Asked(false, Set.of(), false);
    }
}
