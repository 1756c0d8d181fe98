package io.renoz.data;

import io.renoz.problem.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who asks what, and for which organization: bound to the thread for as long as the work takes, and to its transaction.
 *
 * @param organization the tenant; null on the operator plane and before sign-in, where no tenant's row is visible
 * @param permissions the caller's own effective ones, in full ({@code customers.write})
 * @param readOnly true for GET: the database refuses writes
 * @param lent what others lend the caller besides
 * @param cause what brought it about where that is not the actor's own hand, for the audit log
 */
public record Call(
        @Nullable UUID organization,
        Actor actor,
        Set<String> permissions,
        Request request,
        boolean readOnly,
        Lent lent,
        @Nullable Cause cause) {

    /**
     * What brings work about other than a request for it.
     *
     * @param source as the audit log names it: {@code import}, {@code email}, {@code webhook}
     * @param ref the import, the mail, the delivery
     */
    public record Cause(String source, UUID ref) {}

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    public Call {
        permissions = Set.copyOf(permissions);
    }

    /** One of a caller to whom nobody lends anything, and made with their own hand. */
    public Call(@Nullable UUID organization, Actor actor, Set<String> permissions, Request request, boolean readOnly) {
        this(organization, actor, permissions, request, readOnly, Lent.nothing());
    }

    /** One made with the caller's own hand. */
    public Call(
            @Nullable UUID organization,
            Actor actor,
            Set<String> permissions,
            Request request,
            boolean readOnly,
            Lent lent) {
        this(organization, actor, permissions, request, readOnly, lent, null);
    }

    /** Who acts; once something lent was made use of, on behalf of its lender. */
    @Override
    public Actor actor() {
        return lent.used().map(actor::standingInFor).orElse(actor);
    }

    /** Work of the platform itself inside an organization: jobs, deliveries, sign-in. It may do everything. */
    public static Call system(UUID organization, String purpose) {
        Request request = find().map(Call::request).orElseGet(() -> Request.none(Ids.next()));
        return new Call(organization, Actor.system(purpose), Set.of("*"), request, false);
    }

    /** The same call, reading only. */
    public Call reading() {
        return new Call(organization, actor, permissions, request, true, lent, cause);
    }

    /** The same call for another organization: for named acts of the operator plane only. */
    public Call within(UUID other) {
        return new Call(other, actor, permissions, request, readOnly, lent, cause);
    }

    /** The same call, brought about by something. */
    public Call from(String source, UUID ref) {
        return new Call(organization, actor, permissions, request, readOnly, lent, new Cause(source, ref));
    }

    /** The call of this thread, if any. */
    public static Optional<Call> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The call of this thread. */
    public static Call current() {
        return find().orElseThrow(() -> new IllegalStateException("No call on this thread."));
    }

    /** The organization of this thread's call; fails where there is none. */
    public static UUID tenant() {
        UUID organization = current().organization();
        if (organization == null) {
            throw new IllegalStateException("No organization on this thread.");
        }
        return organization;
    }

    /** The user of this thread's call, if a user acts. */
    public static Optional<UUID> user() {
        return current().actor().user();
    }

    /** Whether the caller has a permission, if only because somebody lends it. */
    public boolean permits(String permission) {
        return owns(permission) || lent.use(permission);
    }

    /** Whether the caller has a permission without anybody's lending it, and so may give it away. */
    public boolean owns(String permission) {
        return permissions.contains(permission) || permissions.contains("*");
    }

    /** All permissions, the lent ones included; {@code *} among them stands for every one. */
    public Set<String> all() {
        if (lent.permissions().isEmpty()) {
            return permissions;
        }
        var all = new HashSet<>(permissions);
        all.addAll(lent.permissions());
        return all;
    }

    /** Says that what follows is done in the place of a user for whom the caller stands in; the audit log names both. */
    public void standInFor(UUID delegator) {
        lent.use(delegator);
    }

    /**
     * Refuses unless the caller has a permission.
     *
     * @throws Problem {@code forbidden}
     */
    public void require(String permission) {
        if (!permits(permission)) {
            throw Problem.of("forbidden", "This needs the permission " + permission + ".")
                    .with("permission", permission);
        }
    }

    /** Runs {@code work} as this call. */
    public <T extends @Nullable Object> T run(Callable<T> work) throws Exception {
        Call before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
