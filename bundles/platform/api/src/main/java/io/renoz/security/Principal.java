package io.renoz.security;

import io.renoz.data.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a bearer token stands for, at the time it was looked up.
 *
 * @param permissions in full; limited to the modules that are on when they are used
 * @param expires when the token ends by itself
 */
public record Principal(UUID organization, Actor actor, Set<String> permissions, Instant expires) {

    public Principal {
        permissions = Set.copyOf(permissions);
    }
}
