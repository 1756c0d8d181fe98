package io.renoz.platform.rest.idempotency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a request with a key. */
record Decision(Kind kind, @Nullable KeptAnswer answer) {

    enum Kind {
        /** It is the first. */
        PROCEED,
        /** It gets the first one's answer. */
        REPLAY,
        /** The first one still runs. */
        RUNNING,
        /** The key was for another request. */
        MISMATCH
    }

    static Decision of(AnswerKey key, boolean locked, Optional<KeptAnswer> kept) {
        if (!locked) {
            return new Decision(Kind.RUNNING, null);
        }
        return kept.map(answer -> answer.hash().equals(key.hash())
                        ? new Decision(Kind.REPLAY, answer)
                        : new Decision(Kind.MISMATCH, null))
                .orElseGet(() -> new Decision(Kind.PROCEED, null));
    }
}
