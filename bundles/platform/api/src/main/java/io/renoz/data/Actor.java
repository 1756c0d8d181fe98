package io.renoz.data;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param kind user, API token, portal session, operator or the system itself
 * @param id the user, where there is one
 * @param name the name at this time, for the audit log
 * @param session sign-in session, when that is how they came
 * @param token API token, when that is how they came
 * @param onBehalfOf whom the user stands in for
 */
public record Actor(
        Kind kind,
        @Nullable UUID id,
        String name,
        @Nullable UUID session,
        @Nullable UUID token,
        @Nullable UUID onBehalfOf) {

    /** The kinds of actors. */
    public enum Kind {
        USER,
        API_TOKEN,
        PORTAL,
        OPERATOR,
        SYSTEM
    }

    /** The platform itself, in a job or another act of its own. */
    public static Actor system(String purpose) {
        return new Actor(Kind.SYSTEM, null, purpose, null, null, null);
    }

    /** Staff of the host. */
    public static Actor operator(String tokenName) {
        return new Actor(Kind.OPERATOR, null, tokenName, null, null, null);
    }

    /** The same, in the place of another user. */
    public Actor standingInFor(UUID delegator) {
        return new Actor(kind, id, name, session, token, delegator);
    }

    /** The user, if a user acts, in person or by token. */
    public Optional<UUID> user() {
        return Optional.ofNullable(id);
    }
}
