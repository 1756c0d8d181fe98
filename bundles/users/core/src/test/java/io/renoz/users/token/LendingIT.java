package io.renoz.users.token;

import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Lent;
import io.renoz.data.Request;
import io.renoz.security.Principal;
import io.renoz.users.Refusals;
import io.renoz.users.Workbench;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.delegation.DelegationResource;
import io.renoz.users.delegation.DelegationResource.Input;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.role.Granting;
import io.renoz.users.user.UserResource.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LendingIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final UUID ben = bench.member("ben@acme.example", "viewer");
    private final DelegationResource delegations = new DelegationResource(TABLES, bench.standIns, bench.clock());
    private final Instant now = bench.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    private final BearerToken token = BearerToken.session(bench.organization);

    LendingIT() {
        bench.turnOrdersOn();
        bench.run(() -> TABLES.entities()
                .createNativeQuery("insert into users.user_sessions (organization_id, user_id, session_token_hash,"
                        + " last_active_at, idle_expires_at, expires_at)"
                        + " values (?1, ?2, ?3, now(), now() + interval '1 day', now() + interval '1 day')")
                .setParameter(1, bench.organization)
                .setParameter(2, ben)
                .setParameter(3, token.hash())
                .executeUpdate());
    }

    private void delegate(UUID from, DelegationScope scope) {
        var input = new Input(from, ben, now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(3)), scope, null);
        bench.as(bench.owner, null, () -> delegations.add(List.of(input)), "*");
    }

    private Principal ben() {
        return bench.system(() -> bench.tokens.authenticate(token.text())).orElseThrow();
    }

    @Test
    @DisplayName("USR-17: scope full lends the delegator's permissions while it runs, to the second")
    void lendsInTime() {
        delegate(anna, DelegationScope.FULL);

        assertThat(ben().lent()).isEmpty();
        assertThat(ben().expires()).isEqualTo(now.plus(Duration.ofHours(1)));
        bench.pass(Duration.ofHours(1));
        assertThat(ben().lent()).containsEntry("orders.write", anna).doesNotContainKey("orders.read");
        assertThat(ben().permissions()).contains("orders.read").doesNotContain("orders.write");
        assertThat(ben().expires()).isEqualTo(now.plus(Duration.ofHours(3)));
        assertThat(bench.system(() -> bench.access.effectivePermissions(ben))).contains("orders.write");
        bench.pass(Duration.ofHours(2));
        assertThat(ben().lent()).isEmpty();
        assertThat(bench.system(() -> bench.access.effectivePermissions(ben))).doesNotContain("orders.write");
    }

    @Test
    @DisplayName("USR-17: users.*, settings.* and activities.export are never lent, not even by an admin")
    void keepsWhatIsNotLent() {
        delegate(bench.owner, DelegationScope.FULL);
        bench.pass(Duration.ofHours(1));

        assertThat(ben().lent()).containsKeys("orders.write", "modules.manage");
        assertThat(ben().lent().keySet()).noneMatch(permission -> permission.startsWith("users."));
        assertThat(List.of("users.write", "settings.write", "activities.export", "activities.read"))
                .filteredOn(permission -> StandIns.lent(permission))
                .containsExactly("activities.read");
    }

    @Test
    @DisplayName("USR-17: other scopes lend no permission, and neither does who has been stopped")
    void lendsOnlyInFull() {
        delegate(anna, DelegationScope.APPROVALS);
        bench.pass(Duration.ofHours(1));
        assertThat(ben().lent()).isEmpty();

        var other = new LendingIT();
        other.delegate(other.anna, DelegationScope.FULL);
        other.bench.pass(Duration.ofHours(1));
        other.bench.as(other.bench.owner, null, () -> other.bench.users.suspend(other.anna, new Reason("x")), "*");
        assertThat(other.ben().lent()).isEmpty();
    }

    @Test
    @DisplayName("USR-17: what is done with a lent permission is audited with both users")
    void isAuditedWithBoth() {
        delegate(anna, DelegationScope.FULL);
        bench.pass(Duration.ofHours(1));
        Principal ben = ben();

        assertThat(actorAfter(ben, "orders.read")).isNull();
        assertThat(actorAfter(ben, "orders.write")).isEqualTo(anna);
    }

    private @Nullable UUID actorAfter(Principal principal, String needed) {
        return call(principal, () -> {
            Call.current().require(needed);
            return Call.current().actor().onBehalfOf();
        });
    }

    private <T extends @Nullable Object> T call(Principal principal, Callable<T> work) {
        var call = new Call(
                bench.organization,
                principal.actor(),
                principal.permissions(),
                Request.none(Ids.next()),
                false,
                new Lent(principal.lent()));
        return PLATFORM.transactions().run(call, work);
    }

    @Test
    @DisplayName("USR-10: what is lent can be made use of, not given away")
    void isNotGivenAway() {
        delegate(anna, DelegationScope.FULL);
        bench.pass(Duration.ofHours(1));

        Refusals.assertRefused(
                "scope-exceeds-permissions",
                () -> call(ben(), () -> {
                    Granting.check(Call.current(), Set.of("orders.write"));
                    return 0;
                }));
    }
}
