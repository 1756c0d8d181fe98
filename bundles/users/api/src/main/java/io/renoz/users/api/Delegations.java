package io.renoz.users.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Who stands in for whom. Delegations are never chained: who stands in for somebody is no one's delegator. Thread-safe. */
@ProviderType
public interface Delegations {

    /** Who stands in for a user at a moment, with at least that scope; empty when nobody does or the delegate is not active. */
    Optional<UserRef> delegateFor(UUID user, DelegationScope scope, Instant at);

    /** For whom a user stands in at a moment, with at least that scope; the user's own id is not among them. */
    Set<UUID> actingFor(UUID user, DelegationScope scope, Instant at);
}
