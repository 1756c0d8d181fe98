package io.renoz.rest;

import io.renoz.problem.Problem;
import java.util.List;
import java.util.function.Function;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** A request to make many records at once. */
public record Bulk<I>(@NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull I> items) {

    /**
     * What {@code work} makes of the items.
     *
     * @throws Problem as {@code work} throws it; when it was going through the items, said of the one it had come to
     */
    public <R> R made(Function<? super List<I>, R> work) {
        var watched = new Items<>(items);
        try {
            return work.apply(watched);
        } catch (Problem problem) {
            throw watched.at() < 0 ? problem : problem.below("/items/" + watched.at());
        }
    }
}
