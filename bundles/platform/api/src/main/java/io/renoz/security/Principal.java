package io.renoz.security;

import io.renoz.data.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bearer token stands for, at the time it was looked up.
 *
 * @param permissions in full; limited to the modules that are on when they are used
 * @param expires when the token ends by itself, or has to be looked up again
 * @param addresses where it may come from; anywhere when empty
 * @param lent what others lend while they are away: users by permission
 * @param obstacle slug of the problem that answers everything but {@link io.renoz.rest.WhileEnrolling} operations; null when
 *     there is none
 */
public record Principal(
        UUID organization,
        Actor actor,
        Set<String> permissions,
        Instant expires,
        List<AddressRange> addresses,
        Map<String, UUID> lent,
        @Nullable String obstacle) {

    public Principal {
        permissions = Set.copyOf(permissions);
        addresses = List.copyOf(addresses);
        lent = Map.copyOf(lent);
    }

    /** One that nothing holds up. */
    public Principal(
            UUID organization,
            Actor actor,
            Set<String> permissions,
            Instant expires,
            List<AddressRange> addresses,
            Map<String, UUID> lent) {
        this(organization, actor, permissions, expires, addresses, lent, null);
    }

    /** The same, held up by a problem of that slug until it is solved. */
    public Principal heldUp(String slug) {
        return new Principal(organization, actor, permissions, expires, addresses, lent, slug);
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
