package io.renoz.data;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Permissions that others lend the caller while they are away. From the moment one is made use of the caller acts on behalf of
 * its lender, and the audit log names both. Thread-safe.
 */
public final class Lent {

    private final Map<String, UUID> lenders;
    private final AtomicReference<@Nullable UUID> used = new AtomicReference<>();

    /**
     * For one request.
     *
     * @param lenders users by the permission they lend, in full
     */
    public Lent(Map<String, UUID> lenders) {
        this.lenders = Map.copyOf(lenders);
    }

    /** Nobody lends anything. */
    public static Lent nothing() {
        return new Lent(Map.of());
    }

    /** What is lent. */
    public Set<String> permissions() {
        return lenders.keySet();
    }

    /** Whether a permission is lent; notes that it is made use of. */
    boolean use(String permission) {
        UUID lender = lenders.get(permission);
        if (lender == null) {
            return false;
        }
        use(lender);
        return true;
    }

    /** The first of several stays. */
    void use(UUID lender) {
        used.compareAndSet(null, lender);
    }

    Optional<UUID> used() {
        return Optional.ofNullable(used.get());
    }
}
