package io.renoz.platform.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims that are delivered in one transaction: to one listener, of events alike that one request caused in one organization. */
record Batch(List<Claim> claims) {

    private record Likeness(
            UUID organization,
            String listener,
            String event,
            @Nullable UUID request) {}

    Batch {
        claims = List.copyOf(claims);
    }

    static Batch of(Claim claim) {
        return new Batch(List.of(claim));
    }

    /** All of them, each in one batch, in the order of their first. */
    static List<Batch> of(Collection<Claim> claims) {
        var alike = new LinkedHashMap<Likeness, List<Claim>>();
        for (Claim claim : claims) {
            var likeness = new Likeness(
                    claim.organization(), claim.listener(), claim.event().name(), claim.request());
            alike.computeIfAbsent(likeness, l -> new ArrayList<>()).add(claim);
        }
        return alike.values().stream().map(Batch::new).toList();
    }

    Claim first() {
        return claims.get(0);
    }

    int size() {
        return claims.size();
    }
}
