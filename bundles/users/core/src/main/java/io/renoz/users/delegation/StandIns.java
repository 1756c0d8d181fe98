package io.renoz.users.delegation;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.security.TokenCache;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.Delegations;
import io.renoz.users.api.UserRef;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-17: who stands in for whom at a moment. */
@Component(service = {Delegations.class, StandIns.class})
public final class StandIns implements Delegations {

    private static final String RUNNING = "select d from Delegation d where d.isActive = true and d.deletedAt is null"
            + " and d.startDate <= :now and d.endDate > :now"
            + " and exists (select u from User u where u.id = d.delegateId and u.deletedAt is null"
            + " and u.status = io.renoz.users.api.UserStatus.ACTIVE) and d.";

    private final Tables tables;
    private final TokenCache tokens;
    private final Clock clock;

    @Activate
    public StandIns(
            @Reference(target = "(domain=users)") Tables tables, @Reference TokenCache tokens, @Reference Clock clock) {
        this.tables = tables;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<UserRef> delegateFor(UUID user, DelegationScope scope, Instant at) {
        return running("delegatorId", Set.of(user), scope, at)
                .findFirst()
                .flatMap(delegation -> tables.find(User.class, delegation.delegateId))
                .map(User::ref);
    }

    @Override
    public Set<UUID> actingFor(UUID user, DelegationScope scope, Instant at) {
        return running("delegateId", Set.of(user), scope, at)
                .map(delegation -> delegation.delegatorId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who stands in now for those of the users who have somebody: delegate by delegator, in one query. */
    public Map<UUID, UUID> delegates(Collection<UUID> users, DelegationScope scope) {
        var delegates = new HashMap<UUID, UUID>();
        if (!users.isEmpty()) {
            running("delegatorId", users, scope, clock.instant())
                    .forEach(delegation -> delegates.putIfAbsent(delegation.delegatorId, delegation.delegateId));
        }
        return delegates;
    }

    /** Delegations that run now, from the user or to the user. */
    public List<StandIn> of(UUID user) {
        Instant now = clock.instant();
        var all = new ArrayList<StandIn>();
        Stream.of("delegatorId", "delegateId")
                .flatMap(field -> running(field, Set.of(user), DelegationScope.NOTIFICATIONS, now))
                .map(StandIn::of)
                .forEach(all::add);
        return all;
    }

    /** USR-13: whose access ends stands in for nobody, and nobody for them. */
    public void endAll(UUID user) {
        Instant now = clock.instant();
        List<Delegation> open = tables.entities()
                .createQuery(
                        "select d from Delegation d where d.isActive = true and d.deletedAt is null and d.endDate > :now"
                                + " and (d.delegatorId = :user or d.delegateId = :user)",
                        Delegation.class)
                .setParameter("now", now)
                .setParameter("user", user)
                .getResultList();
        open.forEach(delegation -> delegation.end(now));
        if (!open.isEmpty()) {
            forget();
        }
    }

    /** USR-17: what a full delegation does not lend. */
    public static boolean lent(String permission) {
        return !permission.startsWith("users.")
                && !permission.startsWith("settings.")
                && !permission.equals("activities.export");
    }

    /** Those of the permissions that are lent. */
    public static Set<String> lent(Collection<String> permissions) {
        return permissions.stream().filter(StandIns::lent).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What tokens stand for is looked up anew. */
    void forget() {
        tokens.invalidate(Call.tenant());
    }

    private Stream<Delegation> running(String field, Collection<UUID> users, DelegationScope scope, Instant at) {
        return tables
                .entities()
                .createQuery(RUNNING + field + " in :users order by d.startDate", Delegation.class)
                .setParameter("now", at)
                .setParameter("users", users)
                .getResultList()
                .stream()
                .filter(delegation -> delegation.scope.covers(scope));
    }
}
