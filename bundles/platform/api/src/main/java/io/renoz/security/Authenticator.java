package io.renoz.security;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Knows what bearer tokens stand for; implemented once, by the module that has the users. Thread-safe. */
@ConsumerType
public interface Authenticator {

    /** The organization a token says it belongs to, read from its text alone; empty when it is no token of ours. */
    Optional<UUID> organizationOf(String token);

    /** Looks the token up, inside a read-only transaction of that organization; empty when it is not good now. */
    Optional<Principal> authenticate(String token);

    /** Tells that a token was used, at most once a minute for one token, in a transaction of its organization. */
    void touch(Principal principal);
}
