package io.renoz.platform.outbox;

import io.renoz.event.DomainEvent;
import io.renoz.event.Occurrence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that this node is about to deliver.
 *
 * @param attempt 1 for the first; together with the claiming node it tells a claim from a later one
 * @param request the request that caused the event
 */
record Claim(
        UUID organization,
        UUID id,
        String listener,
        int attempt,
        @Nullable UUID request,
        Occurrence occurrence) {

    DomainEvent event() {
        return occurrence.event();
    }
}
