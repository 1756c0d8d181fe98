package io.renoz.security;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows bearer tokens that somebody else issues, such as an OpenID provider; asked for those that are none of ours.
 * Thread-safe.
 */
@ConsumerType
public interface ExternalTokens {

    /**
     * The organization that a token is for, outside any transaction; empty when it is not genuine, not in time or not for us.
     *
     * @throws io.renoz.problem.Problem {@code unavailable} when that cannot be told at the moment
     */
    Optional<UUID> organizationOf(String token);

    /** What the token stands for, inside a read-only transaction of that organization; empty when it is not good now. */
    Optional<Principal> authenticate(String token);
}
