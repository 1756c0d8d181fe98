package io.renoz.data;

import org.osgi.annotation.versioning.ProviderType;

/** A JSON merge patch (RFC 7396) for an input of type {@code T}. */
@ProviderType
public interface Patch<T> {

    /**
     * The input that results from laying this patch over {@code current}, checked like a new one.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed} with every error
     */
    T onto(T current);

    /** Whether the patch says anything about a field, be it null. */
    boolean mentions(String field);

    /** What a PUT is: a patch that leaves nothing of what was there. */
    static <T> Patch<T> whole(T input) {
        return new Patch<>() {
            @Override
            public T onto(T current) {
                return input;
            }

            @Override
            public boolean mentions(String field) {
                return true;
            }
        };
    }
}
