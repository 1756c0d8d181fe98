package io.renoz.users.token;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.security.AddressRange;
import io.renoz.security.TokenCache;
import io.renoz.users.role.Access;
import io.renoz.users.role.Declared;
import io.renoz.users.role.Granting;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and revokes API tokens. */
@Component(service = Issuing.class)
public final class Issuing {

    private static final int MOST = 20;

    private final Tables tables;
    private final Declared declared;
    private final Access access;
    private final TokenCache cache;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Issuing(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Declared declared,
            @Reference Access access,
            @Reference TokenCache cache,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.declared = declared;
        this.access = access;
        this.cache = cache;
        this.events = events;
        this.clock = clock;
    }

    /** A token's row and its secret. */
    record Issue(ApiToken row, BearerToken token) {}

    Issue issue(UUID userId, ApiTokenResource.Input asked) {
        User user = tables.lock(User.class, userId); // so that two at once count each other
        if (!user.active()) {
            throw Problem.invalid("userId", "Only an active user can have tokens.");
        }
        checkScopes(userId, new Scopes(asked.scopes()));
        checkRanges(asked);
        if (asked.expiresAt() != null && !asked.expiresAt().isAfter(clock.instant())) {
            throw Problem.invalid("expiresAt", "A token ends in the future.");
        }
        if (live(userId) >= MOST) {
            throw Problem.of("limit-exceeded", "A user has at most " + MOST + " live tokens; revoke one first.");
        }
        BearerToken token = BearerToken.api(Call.tenant());
        ApiToken row = tables.add(
                new ApiToken(asked.name(), userId, token, asked.scopes(), asked.allowedIps(), asked.expiresAt()));
        tables.flush();
        tell("created", row);
        return new Issue(row, token);
    }

    /** USR-10: no more than the caller has; and what is named, the user has too. */
    private void checkScopes(UUID user, Scopes scopes) {
        Granting.checkKnown(declared.everywhere(), scopes.named());
        Set<String> theirs = access.ownPermissions(user);
        if (!theirs.containsAll(scopes.named())) {
            throw Problem.of("scope-exceeds-permissions", "A token cannot do what its user may not do.");
        }
        Granting.check(Call.current(), scopes.limit(theirs));
    }

    private static void checkRanges(ApiTokenResource.Input asked) {
        for (int i = 0; i < asked.allowedIps().size(); i++) {
            if (AddressRange.of(asked.allowedIps().get(i)).isEmpty()) {
                throw Problem.invalid("allowedIps/" + i, "This is no address and no range like 10.0.0.0/8.");
            }
        }
    }

    private long live(UUID user) {
        return tables.entities()
                .createQuery(
                        "select count(t) from ApiToken t where t.userId = :user and t.revokedAt is null"
                                + " and (t.expiresAt is null or t.expiresAt > :now)",
                        Long.class)
                .setParameter("user", user)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    void revoke(ApiToken token, String reason) {
        token.revoke(reason, clock.instant());
        cache.invalidate(Call.tenant());
        tell("revoked", token);
    }

    private void tell(String happening, ApiToken token) {
        events.publish(new DomainEvent(
                "users.api-token." + happening,
                "api_token",
                token.id(),
                Map.of("name", token.name, "userId", token.userId.toString())));
    }
}
