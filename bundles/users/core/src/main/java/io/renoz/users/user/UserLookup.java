package io.renoz.users.user;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.users.api.GroupRef;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.group.Groups;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users as other modules meet them. */
@Component
public final class UserLookup implements UserDirectory {

    private final Tables tables;
    private final Groups groups;

    @Activate
    public UserLookup(@Reference(target = "(domain=users)") Tables tables, @Reference Groups groups) {
        this.tables = tables;
        this.groups = groups;
    }

    @Override
    public Optional<UserRef> find(UUID id) {
        return tables.find(User.class, id).map(User::ref);
    }

    @Override
    public Map<UUID, UserRef> findAll(Collection<UUID> ids) {
        var found = new HashMap<UUID, UserRef>();
        if (!ids.isEmpty()) {
            tables.entities()
                    .createQuery("select u from User u where u.id in :ids", User.class)
                    .setParameter("ids", Set.copyOf(ids))
                    .getResultStream()
                    .forEach(user -> found.put(user.id(), user.ref()));
        }
        return found;
    }

    @Override
    public UserRef requireActive(UUID id) {
        UserRef user = find(id).orElseThrow(() -> Problem.notFound("user"));
        if (!user.active()) {
            throw Problem.of(
                    "invalid-state",
                    user.name() + " is " + user.status().name().toLowerCase(Locale.ROOT)
                            + " and can be given no work.");
        }
        return user;
    }

    @Override
    public Optional<UserRef> findByEmail(String email) {
        return tables.findBy(User.class, "email", EmailAddress.lower(email)).map(User::ref);
    }

    @Override
    public Optional<UserRef> owner() {
        return tables.findBy(User.class, "isOwner", true).map(User::ref);
    }

    @Override
    public List<UserRef> withRole(String key) {
        return tables.entities()
                .createQuery(
                        "select u from User u where u.status = io.renoz.users.api.UserStatus.ACTIVE"
                                + " and u.deletedAt is null and exists (select g from UserRole g, Role r"
                                + " where g.userId = u.id and r.id = g.roleId and r.key = :key) order by u.name",
                        User.class)
                .setParameter("key", key)
                .getResultStream()
                .map(User::ref)
                .toList();
    }

    @Override
    public List<UserRef> membersOf(UUID group, boolean nested) {
        return groups.members(group, nested);
    }

    @Override
    public List<GroupRef> groupsOf(UUID user) {
        return groups.of(user);
    }

    @Override
    public Map<UUID, GroupRef> groups(Collection<UUID> ids) {
        return groups.find(ids);
    }

    @Override
    public Set<String> rolesOf(UUID user) {
        return Set.copyOf(tables.entities()
                .createQuery(
                        "select r.key from UserRole g, Role r where g.userId = :user and r.id = g.roleId", String.class)
                .setParameter("user", user)
                .getResultList());
    }
}
