package io.renoz.users.role;

import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.problem.Problem;
import io.renoz.users.Workbench;
import io.renoz.users.api.UserRef;
import io.renoz.users.role.RoleResource.Grant;
import io.renoz.users.role.RoleResource.Input;
import io.renoz.users.role.RoleResource.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RolesIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final RoleResource resource = new RoleResource(TABLES, bench.declared, bench.cache(), PLATFORM.events());
    private final UserRoleResource userRoles = new UserRoleResource(TABLES, bench.assignments);

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static Input input(String key, String... permissions) {
        return new Input(
                key, "Role " + key, null, Stream.of(permissions).map(Grant::new).toList());
    }

    private View role(String key) {
        return bench.system(() -> resource.records()
                .get(TABLES.findBy(Role.class, "key", key).orElseThrow().id()));
    }

    private View update(View role, UnaryOperator<Input> change) {
        var patch = new Patch<Input>() {
            @Override
            public Input onto(Input current) {
                return change.apply(current);
            }

            @Override
            public boolean mentions(String field) {
                return true;
            }
        };
        return bench.as(Optional.of(role.version()), bench.owner, null, () -> resource.update(role.id(), patch), "*");
    }

    private UserRoleResource.View give(UUID caller, UUID user, String permission, View... roles) {
        int version = bench.system(() -> userRoles.list(user)).version();
        var ids = Stream.of(roles).map(View::id).toList();
        return bench.as(
                Optional.of(version),
                caller,
                null,
                () -> userRoles.replace(user, new UserRoleResource.Input(ids)),
                permission);
    }

    @Test
    @DisplayName("USR-09: the seven built-in roles are there from the first day")
    void areThereFromTheFirstDay() {
        assertThat(bench.system(() -> resource.list(ListQuery.first(50))).items())
                .extracting(View::key)
                .containsExactlyInAnyOrder(
                        "admin", "sales", "finance", "operations", "field_tech", "support", "viewer");
        assertThat(role("sales").permissions())
                .extracting(RoleResource.Granted::permission)
                .containsExactlyInAnyOrder("modules.read", "users.directory", "users.tokens");
    }

    @Test
    @DisplayName("USR-08: a module adds to them when it goes on; while it is off that grants nothing")
    void growWithTheModules() {
        assertThat(bench.system(() -> bench.access.effectivePermissions(anna))).doesNotContain("orders.read");
        bench.turnOrdersOn();
        assertThat(bench.system(() -> bench.access.effectivePermissions(anna))).contains("orders.read", "orders.write");
        assertThat(bench.system(() -> bench.access.usersWith("orders.write")))
                .extracting(UserRef::id)
                .contains(anna, bench.owner);
        bench.turnOrdersOff();

        assertThat(bench.system(() -> bench.access.effectivePermissions(anna))).doesNotContain("orders.read");
        assertThat(bench.system(() -> bench.access.usersWith("orders.write"))).isEmpty();
        assertThat(role("sales").permissions()).hasSize(5);
    }

    @Test
    @DisplayName("USR-08: admin has every permission of what is on, and cannot be changed")
    void giveAdminsEverything() {
        bench.turnOrdersOn();

        assertThat(bench.system(() -> bench.access.effectivePermissions(bench.owner)))
                .contains("orders.write", "users.manage_roles", "modules.manage");
        assertRefused("is-system-role", () -> update(role("admin"), i -> input("admin", "orders.read")));
    }

    @Test
    @DisplayName("USR-09: a built-in role takes and loses permissions, and is reset; its name stays")
    void changeWithinBounds() {
        bench.turnOrdersOn();
        View changed = update(
                role("viewer"), i -> new Input(i.key(), i.name(), i.description(), List.of(new Grant("orders.write"))));
        assertThat(changed.permissions())
                .extracting(RoleResource.Granted::permission)
                .containsExactly("orders.write");
        assertRefused("is-system-role", () -> update(role("viewer"), i -> input("looker")));
        View reset = bench.as(bench.owner, null, () -> resource.reset(changed.id()), "*");

        assertThat(reset.permissions())
                .extracting(RoleResource.Granted::permission)
                .containsExactlyInAnyOrder("modules.read", "orders.read");
        assertRefused(
                "is-system-role",
                () -> bench.as(bench.owner, null, () -> {
                    resource.delete(changed.id());
                    return 0;
                }));
    }

    @Test
    @DisplayName("USR-09: own roles take declared permissions, and stay while somebody has them")
    void canBeComposed() {
        assertRefused(
                "unknown-permission",
                () -> bench.as(bench.owner, null, () -> resource.add(List.of(input("picker", "orders.fly"))), "*"));
        View picker = bench.as(
                bench.owner,
                null,
                () -> resource.add(List.of(input("picker", "orders.read"))).get(0),
                "*");
        give(bench.owner, anna, "*", picker);
        assertRefused(
                "role-in-use",
                () -> bench.as(bench.owner, null, () -> {
                    resource.delete(picker.id());
                    return 0;
                }));
        give(bench.owner, anna, "*");
        bench.as(bench.owner, null, () -> {
            resource.delete(picker.id());
            return 0;
        });

        assertThat(bench.system(() -> bench.assignments.of(anna))).isEmpty();
        assertThat(bench.system(() -> bench.access.effectivePermissions(anna))).isEmpty();
    }

    @Test
    @DisplayName("USR-09: the permissions to switch modules are granted like any other")
    void mayLetOthersSwitchModules() {
        View switcher = bench.as(
                bench.owner,
                null,
                () -> resource.add(List.of(input("switcher", "modules.read", "modules.manage")))
                        .get(0),
                "*");
        give(bench.owner, anna, "*", switcher);

        assertThat(bench.system(() -> bench.access.effectivePermissions(anna)))
                .contains("modules.read", "modules.manage");
        assertThat(bench.system(() -> bench.access.usersWith("modules.manage")))
                .extracting(UserRef::id)
                .containsExactlyInAnyOrder(anna, bench.owner);
        assertRefused(
                "scope-exceeds-permissions",
                () -> bench.as(
                        anna,
                        null,
                        () -> resource.add(List.of(input("purger", "modules.purge"))),
                        "users.manage_roles",
                        "modules.manage"));
    }

    @Test
    @DisplayName("USR-10: nobody grants what they lack, nor changes their own roles")
    void areGrantedWithinLimits() {
        int before = bench.invalidations.get();
        assertRefused(
                "scope-exceeds-permissions",
                () -> give(anna, bench.member("c@acme.example"), "users.manage_roles", role("admin")));
        assertRefused("is-self", () -> give(anna, anna, "users.manage_roles", role("viewer")));
        assertRefused(
                "scope-exceeds-permissions",
                () -> bench.as(
                        anna, null, () -> resource.add(List.of(input("x", "users.write"))), "users.manage_roles"));
        give(bench.owner, anna, "*", role("viewer"), role("sales"));

        assertThat(bench.system(() -> bench.assignments.keysOf(anna))).containsExactlyInAnyOrder("sales", "viewer");
        assertThat(bench.invalidations.get()).isGreaterThan(before);
    }

    @Test
    @DisplayName("USR-10, USR-11: the owner stays admin, and so does the last admin")
    void keepAnAdmin() {
        give(bench.owner, anna, "*", role("admin"));

        assertRefused("is-owner", () -> give(anna, bench.owner, "*"));
        give(bench.owner, anna, "*");
        bench.run(() -> TABLES.entities()
                .createNativeQuery("update users.users set is_owner = false where organization_id = ?1")
                .setParameter(1, bench.organization)
                .executeUpdate());
        assertRefused("last-admin", () -> give(anna, bench.owner, "*"));
    }

    @Test
    @DisplayName("SET-25: roles of a user are replaced under the user's ETag")
    void areReplacedUnderAnETag() {
        assertRefused(
                "precondition-required",
                () -> bench.as(
                        bench.owner, null, () -> userRoles.replace(anna, new UserRoleResource.Input(List.of())), "*"));
    }
}
