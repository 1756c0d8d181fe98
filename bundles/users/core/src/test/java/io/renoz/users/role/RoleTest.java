package io.renoz.users.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Request;
import io.renoz.problem.Problem;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoleTest {

    private final Role sales = new Role("sales", "Sales", "");

    private static Call call(String... permissions) {
        return new Call(
                UUID.randomUUID(), Actor.system("test"), Set.of(permissions), Request.none(UUID.randomUUID()), false);
    }

    @Test
    @DisplayName("USR-08: a module adds to a role what it does not have yet")
    void addsWhatModulesDeclare() {
        sales.grantDefaults(Set.of("customers.read", "customers.write"));
        sales.grantDefaults(Set.of("customers.read", "orders.read"));

        assertThat(sales.permissions).hasSize(3).allMatch(granted -> granted.isDefault);
        assertThat(sales.granted()).containsExactlyInAnyOrder("customers.read", "customers.write", "orders.read");
    }

    @Test
    @DisplayName("USR-09: reset brings back what is declared and takes what was added")
    void goesBackToItsDefaults() {
        sales.permissions.add(new RolePermission(sales.id(), "users.read", false));
        sales.reset(Set.of("customers.read"));

        assertThat(sales.granted()).containsExactly("customers.read");
    }

    @Test
    @DisplayName("USR-09: built-in roles keep their names; admin keeps everything")
    void keepsBuiltInNames() {
        sales.name = "Selling";

        assertThatThrownBy(() -> sales.mayChange("sales", "Sales")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Role("admin", "Administrator", "").mayChange("admin", "Administrator"))
                .isInstanceOf(Problem.class);
        sales.name = "Sales";
        sales.mayChange("sales", "Sales");
    }

    @Test
    @DisplayName("USR-10: nobody grants what they lack; admins lack nothing")
    void grantsOnlyWhatOneHas() {
        Granting.check(call("*"), Set.of("orders.read"));
        Granting.check(call("orders.read"), Set.of("orders.read"));
        Problem refusal = catchThrowableOfType(
                Problem.class, () -> Granting.check(call("orders.read"), Set.of("orders.read", "orders.write")));

        assertThat(refusal.slug()).isEqualTo("scope-exceeds-permissions");
        assertThat(refusal.detail()).contains("orders.write");
        assertThatThrownBy(() -> Granting.check(call("users.manage_roles"), Set.of("*")))
                .isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("USR-09: only declared permissions can be granted")
    void refusesUnknownPermissions() {
        Problem refusal = catchThrowableOfType(
                Problem.class, () -> Granting.checkKnown(Set.of("orders.read"), Set.of("orders.fly")));

        assertThat(refusal.slug()).isEqualTo("unknown-permission");
    }
}
