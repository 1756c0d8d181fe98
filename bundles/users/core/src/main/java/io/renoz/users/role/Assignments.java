package io.renoz.users.role;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.security.TokenCache;
import io.renoz.users.api.UserStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has which roles. */
@Component(service = Assignments.class)
public final class Assignments {

    private final Tables tables;
    private final TokenCache tokens;
    private final EventPublisher events;

    @Activate
    public Assignments(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference TokenCache tokens,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.tokens = tokens;
        this.events = events;
    }

    /** A user's roles, by name. */
    public List<RoleRef> of(UUID user) {
        return tables.entities()
                .createQuery(
                        "select r from Role r, UserRole g where r.id = g.roleId and g.userId = :user order by r.name",
                        Role.class)
                .setParameter("user", user)
                .getResultStream()
                .map(role -> new RoleRef(role.id(), role.key, role.name))
                .toList();
    }

    /** Keys of a user's roles. */
    public Set<String> keysOf(UUID user) {
        return of(user).stream().map(RoleRef::key).collect(Collectors.toSet());
    }

    /** USR-11: the owner always has the admin role. */
    public void makeAdmin(UUID user) {
        if (!keysOf(user).contains(Role.ADMIN)) {
            tables.add(new UserRole(user, admin().id()));
            tables.flush();
            changed(user);
        }
    }

    private Role admin() {
        return tables.findBy(Role.class, "key", Role.ADMIN)
                .orElseThrow(() -> new IllegalStateException("The organization has no built-in roles."));
    }

    /** USR-10, USR-11: gives a user exactly these roles. */
    void replace(UUID user, boolean owner, Collection<UUID> wanted) {
        if (Call.user().filter(user::equals).isPresent()) {
            throw Problem.of("is-self", "Nobody changes their own roles.");
        }
        List<UserRole> had = grants(user);
        Set<UUID> held = had.stream().map(grant -> grant.roleId).collect(Collectors.toSet());
        List<UUID> added =
                wanted.stream().distinct().filter(role -> !held.contains(role)).toList();
        List<UserRole> removed =
                had.stream().filter(grant -> !wanted.contains(grant.roleId)).toList();
        added.forEach(role -> give(user, role, "roleIds"));
        removed.forEach(grant -> take(grant, owner));
        tables.flush();
        if (!added.isEmpty() || !removed.isEmpty()) {
            changed(user);
        }
    }

    /**
     * The one role a new user begins with. USR-10: the caller has all that it permits.
     *
     * @throws Problem {@code validation-failed}, {@code scope-exceeds-permissions}
     */
    public void begin(UUID user, UUID role) {
        grants(user).forEach(tables::remove);
        tables.flush();
        give(user, role, "roleId");
        tables.flush();
    }

    /** A role by its id, for people to read; empty when there is none. */
    public Optional<RoleRef> find(UUID role) {
        return tables.find(Role.class, role).map(found -> new RoleRef(found.id(), found.key, found.name));
    }

    /** The role that has every permission. */
    public RoleRef adminRole() {
        Role role = admin();
        return new RoleRef(role.id(), role.key, role.name);
    }

    private List<UserRole> grants(UUID user) {
        return tables.entities()
                .createQuery("select g from UserRole g where g.userId = :user", UserRole.class)
                .setParameter("user", user)
                .getResultList();
    }

    private void give(UUID user, UUID roleId, String field) {
        Role role = tables.find(Role.class, roleId)
                .orElseThrow(() -> Problem.invalid(field, "There is no role " + roleId + "."));
        Granting.check(Call.current(), role.admin() ? Set.of("*") : role.granted());
        tables.add(new UserRole(user, roleId));
    }

    private void take(UserRole grant, boolean owner) {
        if (tables.require(Role.class, grant.roleId).admin()) {
            if (owner) {
                throw Problem.of("is-owner", "The owner always has the admin role.");
            }
            tables.lock(Role.class, grant.roleId); // two who take it from each other do so one after the other
            if (admins(grant.roleId).stream().allMatch(grant.userId::equals)) {
                throw Problem.of("last-admin", "This is the last active admin.");
            }
        }
        tables.remove(grant);
    }

    private List<UUID> admins(UUID adminRole) {
        return tables.entities()
                .createQuery(
                        "select u.id from User u, UserRole g where g.userId = u.id and g.roleId = :role"
                                + " and u.status = :active and u.deletedAt is null",
                        UUID.class)
                .setParameter("role", adminRole)
                .setParameter("active", UserStatus.ACTIVE)
                .getResultList();
    }

    private void changed(UUID user) {
        tokens.invalidate(Call.tenant());
        events.publish(new DomainEvent("users.user.roles-changed", "user", user, Map.of()));
    }
}
