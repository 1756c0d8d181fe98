package io.renoz.security;

import io.renoz.data.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a bearer token stands for, at the time it was looked up.
 *
 * @param permissions in full; limited to the modules that are on when they are used
 * @param expires when the token ends by itself, or has to be looked up again
 * @param addresses where it may come from; anywhere when empty
 * @param lent what others lend while they are away: users by permission
 */
public record Principal(
        UUID organization,
        Actor actor,
        Set<String> permissions,
        Instant expires,
        List<AddressRange> addresses,
        Map<String, UUID> lent) {

    public Principal {
        permissions = Set.copyOf(permissions);
        addresses = List.copyOf(addresses);
        lent = Map.copyOf(lent);
    }

    /** One to whom nobody lends anything. */
    public Principal(
            UUID organization, Actor actor, Set<String> permissions, Instant expires, List<AddressRange> addresses) {
        this(organization, actor, permissions, expires, addresses, Map.of());
    }

    /** One that may come from anywhere. */
    public Principal(UUID organization, Actor actor, Set<String> permissions, Instant expires) {
        this(organization, actor, permissions, expires, List.of());
    }

    /** Whether a request from that address may use it; to be asked with each request. */
    public boolean mayComeFrom(Optional<String> address) {
        return addresses.isEmpty()
                || address.filter(sent -> addresses.stream().anyMatch(range -> range.contains(sent)))
                        .isPresent();
    }
}
