package io.renoz.platform.rest.problem;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks through what wraps a fault: Jackson, EclipseLink, JTA and JDBC batches all do. */
final class Causes {

    private Causes() {}

    /** The first answer {@code look} gives, from the outermost inwards. */
    static <T> Optional<T> first(Throwable thrown, Function<Throwable, Optional<T>> look) {
        return first(thrown, look, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static <T> Optional<T> first(
            @Nullable Throwable thrown, Function<Throwable, Optional<T>> look, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return Optional.empty();
        }
        Optional<T> found = look.apply(thrown);
        if (found.isEmpty() && thrown instanceof SQLException sql) {
            found = first(sql.getNextException(), look, seen);
        }
        return found.isPresent() ? found : first(thrown.getCause(), look, seen);
    }

    /** The first of a type. */
    static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        return first(thrown, e -> type.isInstance(e) ? Optional.of(type.cast(e)) : Optional.empty());
    }
}
