package io.renoz.users.delegation;

import io.renoz.users.api.DelegationScope;
import java.time.Instant;
import java.util.UUID;

/** A delegation that runs, as those it concerns see it. */
public record StandIn(
        UUID id, UUID delegatorId, UUID delegateId, DelegationScope scope, Instant startDate, Instant endDate) {

    static StandIn of(Delegation delegation) {
        return new StandIn(
                delegation.id(),
                delegation.delegatorId,
                delegation.delegateId,
                delegation.scope,
                delegation.startDate,
                delegation.endDate);
    }
}
