package io.renoz.platform.rest.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renoz.security.Principal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What tokens stand for, by the hash of the token. An answer that was looked up while tokens were being forgotten is used
 * once and not kept. Thread-safe.
 */
final class PrincipalCache {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 20_000;

    private final Cache<String, Principal> principals =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final AtomicLong forgettings = new AtomicLong();
    private final Clock clock;
    private volatile boolean heard;

    PrincipalCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * The principal of a token, from memory or by {@code lookUp}; who is not known is asked for each time, and so is who has
     * come to an end here: use may have put it off.
     */
    Optional<Principal> find(String token, Supplier<Optional<Principal>> lookUp) {
        String key = hash(token);
        Principal known = principals.getIfPresent(key);
        if (known != null && alive(known)) {
            return Optional.of(known);
        }
        long before = forgettings.get();
        Optional<Principal> found = lookUp.get().filter(this::alive);
        found.ifPresent(principal -> {
            if (heard && forgettings.get() == before) {
                principals.put(key, principal);
                if (forgettings.get() != before) {
                    principals.invalidate(key);
                }
            }
        });
        return found;
    }

    private boolean alive(Principal principal) {
        return principal.expires().isAfter(clock.instant());
    }

    /** Forgets an organization's tokens. */
    void forget(UUID organization) {
        forgettings.incrementAndGet();
        principals.asMap().values().removeIf(p -> p.organization().equals(organization));
    }

    /** Forgets all, and keeps nothing while other nodes cannot be heard. */
    void hear(boolean others) {
        heard = others;
        forgettings.incrementAndGet();
        principals.invalidateAll();
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
