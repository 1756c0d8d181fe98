package io.renoz.pipeline.quote;

import static io.renoz.pipeline.api.QuoteStatus.ACCEPTED;
import static io.renoz.pipeline.api.QuoteStatus.CANCELLED;
import static io.renoz.pipeline.api.QuoteStatus.DRAFT;
import static io.renoz.pipeline.api.QuoteStatus.EXPIRED;
import static io.renoz.pipeline.api.QuoteStatus.REJECTED;
import static io.renoz.pipeline.api.QuoteStatus.SENT;

import io.renoz.data.Coded;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.problem.Problem;
import java.util.Map;
import java.util.Set;

/** Which state of a quote may follow which. */
final class LifeCycle {

    private static final Map<QuoteStatus, Set<QuoteStatus>> NEXT = Map.of(
            DRAFT, Set.of(SENT, CANCELLED),
            SENT, Set.of(ACCEPTED, REJECTED, EXPIRED, DRAFT, CANCELLED),
            EXPIRED, Set.of(SENT, DRAFT, CANCELLED),
            REJECTED, Set.of(DRAFT));

    private LifeCycle() {}

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition}
     */
    static void check(Quote quote, QuoteStatus next) {
        if (!NEXT.getOrDefault(quote.status, Set.of()).contains(next)) {
            throw refused(quote, Coded.of(next));
        }
    }

    /**
     * Refuses unless it is in a state.
     *
     * @param act what it would become by what is asked
     * @throws Problem {@code invalid-transition}
     */
    static void require(Quote quote, String act, QuoteStatus... states) {
        if (!Set.of(states).contains(quote.status)) {
            throw refused(quote, act);
        }
    }

    /**
     * PIP-11: refuses unless the current version is a draft.
     *
     * @throws Problem {@code version-frozen}
     */
    static void requireDraft(Quote quote) {
        if (!quote.draft()) {
            throw frozen(quote);
        }
    }

    static Problem frozen(Quote quote) {
        return Problem.of(
                        "version-frozen",
                        "Version " + quote.currentVersionNumber + " of this quote is " + Coded.of(quote.status)
                                + "; revise it to change it.")
                .with("versionNumber", quote.currentVersionNumber)
                .with("status", Coded.of(quote.status));
    }

    private static Problem refused(Quote quote, String next) {
        return Problem.transition("A quote that is " + Coded.of(quote.status) + " cannot become " + next + ".")
                .with("from", Coded.of(quote.status))
                .with("to", next);
    }
}
