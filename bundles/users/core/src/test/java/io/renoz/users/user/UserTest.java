package io.renoz.users.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Request;
import io.renoz.problem.Problem;
import io.renoz.users.api.UserStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final User anna = User.staff("anna@acme.example", "Anna");

    private static void as(UUID caller, Runnable work) throws Exception {
        var actor = new Actor(Actor.Kind.USER, caller, "Ben", null, null, null);
        new Call(UUID.randomUUID(), actor, Set.of("*"), Request.none(UUID.randomUUID()), false).run(() -> {
            work.run();
            return 0;
        });
    }

    private static void assertRefused(String slug, UUID caller, Runnable work) {
        assertThatThrownBy(() -> as(caller, work))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
    }

    @Test
    void isSuspendedAndReinstated() throws Exception {
        UUID ben = UUID.randomUUID();
        assertRefused("invalid-transition", ben, anna::reinstate);
        as(ben, () -> anna.suspend("leave", NOW));
        assertThat(anna.status()).isEqualTo(UserStatus.SUSPENDED);
        assertRefused("invalid-transition", ben, () -> anna.suspend("again", NOW));
        as(ben, anna::reinstate);

        assertThat(anna.active()).isTrue();
        assertThat(anna.statusReason).isNull();
    }

    @Test
    @DisplayName("USR-13: nobody suspends or deactivates themselves")
    void doesNotStopOneself() {
        assertRefused("is-self", anna.id(), () -> anna.suspend("x", NOW));
        assertRefused("is-self", anna.id(), () -> anna.deactivate(null, NOW));
    }

    @Test
    @DisplayName("USR-11: the owner can be neither suspended nor deactivated")
    void keepsTheOwner() {
        User owner = User.owner("o@acme.example", "Olga");

        assertRefused("is-owner", UUID.randomUUID(), () -> owner.suspend("x", NOW));
        assertRefused("is-owner", UUID.randomUUID(), () -> owner.deactivate(null, NOW));
    }

    @Test
    @DisplayName("USR-11: ownership passes to an active member of staff")
    void passesOwnershipToStaffAlone() throws Exception {
        anna.mayOwn();
        User robot = User.staff("r@acme.example", "Robot");
        robot.becomeService();
        assertRefused("invalid-target", UUID.randomUUID(), robot::mayOwn);
        as(UUID.randomUUID(), () -> anna.suspend("x", NOW));
        assertRefused("invalid-target", UUID.randomUUID(), anna::mayOwn);
    }

    @Test
    @DisplayName("USR-01: addresses are kept in lower case")
    void lowersAddresses() {
        assertThat(EmailAddress.checked("email", " Anna@ACME.example ")).isEqualTo("anna@acme.example");
        for (String bad : new String[] {"anna", "@acme", "a@b@c", "a b@c.d", "a@b..c", "<a@b.c>"}) {
            assertThatThrownBy(() -> EmailAddress.checked("email", bad)).as(bad).isInstanceOf(Problem.class);
        }
    }
}
