package io.renoz.users.role;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.users.api.AccessControl;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-08: permissions are the union of one's roles, in the modules that are on. */
@Component(service = {AccessControl.class, Access.class})
public final class Access implements AccessControl {

    private final Tables tables;
    private final Declared declared;
    private final Assignments assignments;
    private final StandIns standIns;
    private final Clock clock;

    @Activate
    public Access(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Declared declared,
            @Reference Assignments assignments,
            @Reference StandIns standIns,
            @Reference Clock clock) {
        this.tables = tables;
        this.declared = declared;
        this.assignments = assignments;
        this.standIns = standIns;
        this.clock = clock;
    }

    @Override
    public boolean has(String permission) {
        return Call.current().permits(permission);
    }

    @Override
    public void require(String permission) {
        Call.current().require(permission);
    }

    /** USR-17: with what others lend. */
    @Override
    public Set<String> effectivePermissions(UUID user) {
        var permissions = new TreeSet<>(ownPermissions(user));
        standIns.actingFor(user, DelegationScope.FULL, clock.instant())
                .forEach(delegator -> permissions.addAll(StandIns.lent(ownPermissions(delegator))));
        return permissions;
    }

    /** What a user's roles permit in the modules that are on; nothing to one who is not active. */
    public Set<String> ownPermissions(UUID user) {
        if (tables.find(User.class, user).filter(User::active).isEmpty()) {
            return Set.of();
        }
        Set<String> here = declared.here();
        if (assignments.keysOf(user).contains(Role.ADMIN)) {
            return here;
        }
        var permissions = new TreeSet<String>(tables.entities()
                .createQuery(
                        "select distinct p.permission from RolePermission p, UserRole g"
                                + " where p.roleId = g.roleId and g.userId = :user",
                        String.class)
                .setParameter("user", user)
                .getResultList());
        permissions.retainAll(here);
        return permissions;
    }

    @Override
    public List<UserRef> usersWith(String permission) {
        if (!declared.here().contains(permission)) {
            return List.of();
        }
        return tables.entities()
                .createQuery(
                        "select u from User u where u.status = :active and u.deletedAt is null"
                                + " and exists (select g from UserRole g, Role r where g.userId = u.id and r.id = g.roleId"
                                + " and (r.key = :admin or exists (select p from RolePermission p"
                                + " where p.roleId = r.id and p.permission = :permission)))"
                                + " order by u.name",
                        User.class)
                .setParameter("active", UserStatus.ACTIVE)
                .setParameter("admin", Role.ADMIN)
                .setParameter("permission", permission)
                .getResultStream()
                .map(User::ref)
                .toList();
    }
}
