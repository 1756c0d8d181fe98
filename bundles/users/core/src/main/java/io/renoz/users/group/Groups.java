package io.renoz.users.group;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.users.api.GroupRef;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import io.renoz.users.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is in which group. */
@Component(service = Groups.class)
public final class Groups {

    private final Tables tables;
    private final Nesting nesting;
    private final EventPublisher events;

    @Activate
    public Groups(@Reference(target = "(domain=users)") Tables tables, @Reference EventPublisher events) {
        this.tables = tables;
        this.events = events;
        nesting = new Nesting(tables);
    }

    /** Active users in a group, by name. */
    public List<UserRef> members(UUID group, boolean nested) {
        List<UUID> groups = nested
                ? nesting.down(group)
                : nesting.up(group).stream().limit(1).toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        return tables.entities()
                .createQuery(
                        "select u from User u where u.status = :active and u.deletedAt is null"
                                + " and exists (select m from GroupMember m where m.userId = u.id and m.groupId in :groups)"
                                + " order by u.name",
                        User.class)
                .setParameter("active", UserStatus.ACTIVE)
                .setParameter("groups", groups)
                .getResultStream()
                .map(User::ref)
                .toList();
    }

    /** Groups of a user, by name. */
    public List<GroupRef> of(UUID user) {
        return of(Set.of(user)).getOrDefault(user, List.of());
    }

    /** Groups of users, by name, in one query. */
    public Map<UUID, List<GroupRef>> of(Collection<UUID> users) {
        var found = new HashMap<UUID, List<GroupRef>>();
        if (!users.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select m.userId, g from GroupMember m, UserGroup g where g.id = m.groupId"
                                    + " and g.deletedAt is null and m.userId in :users order by g.name",
                            Object[].class)
                    .setParameter("users", users)
                    .getResultStream()
                    .forEach(row -> found.computeIfAbsent((UUID) row[0], user -> new ArrayList<>())
                            .add(((UserGroup) row[1]).ref()));
        }
        return found;
    }

    /** Those of the ids that are groups. */
    public Map<UUID, GroupRef> find(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, GroupRef>();
        if (!ids.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select g from UserGroup g where g.id in :ids and g.deletedAt is null", UserGroup.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(group -> found.put(group.id(), group.ref()));
        }
        return found;
    }

    /** USR-12: a new user becomes a plain member of these groups, which exist. */
    public void join(UUID user, Collection<UUID> groups, Instant now) {
        groups.forEach(group -> {
            tables.add(new GroupMember(group, user, now));
            membersChanged(group);
        });
    }

    /** USR-13: who leaves the organization leaves its groups. */
    public void leaveAll(UUID user) {
        List<GroupMember> memberships = memberships("userId", user);
        memberships.forEach(tables::remove);
        memberships.forEach(membership -> membersChanged(membership.groupId));
    }

    /** USR-15: what is within a group that goes moves to where the group was. */
    void dissolve(UserGroup group) {
        nesting.waitForOthers();
        tables.entities()
                .createQuery(
                        "select g from UserGroup g where g.parentGroupId = :group and g.deletedAt is null",
                        UserGroup.class)
                .setParameter("group", group.id())
                .getResultList()
                .forEach(within -> within.parentGroupId = group.parentGroupId);
        memberships("groupId", group.id()).forEach(tables::remove);
    }

    /** Whether a user is a lead or manager of the group or of one around it. */
    boolean leads(UUID user, UUID group) {
        List<UUID> around = nesting.up(group);
        return memberships("userId", user).stream()
                .anyMatch(membership -> membership.leads() && around.contains(membership.groupId));
    }

    private List<GroupMember> memberships(String field, UUID value) {
        return tables.entities()
                .createQuery("select m from GroupMember m where m." + field + " = :value", GroupMember.class)
                .setParameter("value", value)
                .getResultList();
    }

    Nesting nesting() {
        return nesting;
    }

    void membersChanged(UUID group) {
        events.publish(new DomainEvent("users.group.members-changed", "group", group, Map.of()));
    }
}
