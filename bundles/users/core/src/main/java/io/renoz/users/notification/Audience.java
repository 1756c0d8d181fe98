package io.renoz.users.notification;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.users.api.AccessControl;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.group.Groups;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom a notification reaches. */
@Component(service = Audience.class)
public final class Audience {

    private final Tables tables;
    private final AccessControl access;
    private final Groups groups;
    private final StandIns standIns;
    private final EntityTypes types;

    @Activate
    public Audience(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference AccessControl access,
            @Reference Groups groups,
            @Reference StandIns standIns,
            @Reference EntityTypes types) {
        this.tables = tables;
        this.access = access;
        this.groups = groups;
        this.standIns = standIns;
        this.types = types;
    }

    /**
     * USR-17, USR-20: active users who may read the record, but who did it; and who stands in for one of them. By user: for
     * whom, or nobody else.
     */
    Map<UUID, @Nullable UUID> of(NotificationRequest request) {
        Set<UUID> meant = active(named(request));
        Call.user().ifPresent(meant::remove);
        Map<UUID, UUID> delegates = standIns.delegates(meant, DelegationScope.NOTIFICATIONS);
        Set<UUID> readers = readers(request, meant, delegates);
        var reached = new LinkedHashMap<UUID, @Nullable UUID>();
        meant.stream().filter(readers::contains).forEach(user -> reached.put(user, null));
        delegates.forEach((delegator, delegate) -> {
            boolean did = Call.user().filter(delegate::equals).isPresent();
            if (!did && readers.contains(delegate) && reached.containsKey(delegator)) {
                reached.putIfAbsent(delegate, delegator);
            }
        });
        return reached;
    }

    private Set<UUID> named(NotificationRequest request) {
        var named = new LinkedHashSet<>(request.users());
        request.groups().forEach(group -> groups.members(group, true).forEach(user -> named.add(user.id())));
        request.permissions().forEach(permission -> access.usersWith(permission).forEach(user -> named.add(user.id())));
        return named;
    }

    private Set<UUID> active(Collection<UUID> users) {
        if (users.isEmpty()) {
            return new LinkedHashSet<>();
        }
        return tables.entities()
                .createQuery(
                        "select u.id from User u where u.id in :ids and u.status = :active and u.deletedAt is null"
                                + " order by u.id",
                        UUID.class)
                .setParameter("ids", users)
                .setParameter("active", UserStatus.ACTIVE)
                .getResultStream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A record of a type that nobody has registered is read with its module's permission to read. */
    private Set<UUID> readers(NotificationRequest request, Set<UUID> meant, Map<UUID, UUID> delegates) {
        Optional<NotificationRequest.Entity> entity = request.entity();
        if (entity.isEmpty()) {
            var all = new HashSet<>(meant);
            all.addAll(delegates.values());
            return all;
        }
        String permission =
                types.find(entity.get().type()).map(EntityType::permission).orElse(request.module() + ".read");
        Set<UUID> readers =
                access.usersWith(permission).stream().map(UserRef::id).collect(Collectors.toCollection(HashSet::new));
        if (StandIns.lent(permission)) {
            readers.addAll(standIns.delegates(Set.copyOf(readers), DelegationScope.FULL)
                    .values());
        }
        return readers;
    }
}
