package io.renoz.users.delegation;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.users.Workbench;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.UserRef;
import io.renoz.users.delegation.DelegationResource.Input;
import io.renoz.users.delegation.DelegationResource.View;
import io.renoz.users.user.UserResource.Leaving;
import io.renoz.users.user.UserResource.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DelegationsIT {

    private static final Duration DAY = Duration.ofDays(1);

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final UUID ben = bench.member("ben@acme.example", "viewer");
    private final UUID cid = bench.member("cid@acme.example", "viewer");
    private final DelegationResource delegations = new DelegationResource(TABLES, bench.standIns, bench.clock());
    private final Instant now = bench.clock().instant().truncatedTo(ChronoUnit.SECONDS);

    private Input input(@Nullable UUID from, UUID to, int start, int end, DelegationScope scope) {
        return new Input(from, to, now.plus(DAY.multipliedBy(start)), now.plus(DAY.multipliedBy(end)), scope, null);
    }

    private View delegate(UUID by, Input input, String... permissions) {
        return bench.as(by, null, () -> delegations.add(List.of(input)).get(0), permissions);
    }

    private View delegate(UUID from, UUID to, int start, int end) {
        return delegate(from, input(null, to, start, end, DelegationScope.APPROVALS));
    }

    @Test
    @DisplayName("USR-16: a delegation lasts at most 180 days, ends in the future, and is to another active user")
    void areWithinLimits() {
        assertRefused("validation-failed", () -> delegate(anna, ben, 0, 181));
        assertRefused("validation-failed", () -> delegate(anna, ben, 5, 5));
        assertRefused("validation-failed", () -> delegate(anna, ben, -5, -1));
        assertRefused("validation-failed", () -> delegate(anna, anna, 0, 5));
        assertRefused("validation-failed", () -> delegate(anna, UUID.randomUUID(), 0, 5));
        bench.as(bench.owner, null, () -> bench.users.suspend(cid, new Reason("x")), "*");
        assertRefused("validation-failed", () -> delegate(anna, cid, 0, 5));

        assertThat(delegate(anna, ben, 10, 190).isActive()).isTrue();
    }

    @Test
    @DisplayName("USR-16: no two active delegations of one user overlap")
    void doNotOverlap() {
        View first = delegate(anna, ben, 0, 10);

        assertRefused("overlapping-delegation", () -> delegate(anna, cid, 5, 15));
        assertRefused(
                "overlapping-delegation",
                () -> bench.as(
                        anna,
                        null,
                        () -> delegations.add(List.of(
                                input(null, cid, 20, 25, DelegationScope.FULL),
                                input(null, cid, 24, 28, DelegationScope.FULL)))));
        delegate(anna, cid, 10, 15);
        bench.as(anna, null, () -> delegations.cancel(first.id()));
        delegate(anna, cid, 0, 9);
    }

    @Test
    @DisplayName("USR-16: delegations are never chained")
    void areNotChained() {
        delegate(anna, ben, 0, 10);

        assertRefused("delegation-loop", () -> delegate(ben, cid, 5, 15));
        assertRefused("delegation-loop", () -> delegate(cid, anna, 5, 15));
        delegate(ben, cid, 10, 15);
    }

    @Test
    @DisplayName("USR-16: users delegate their own work; admins do it for others")
    void areOnesOwn() {
        assertRefused("forbidden", () -> delegate(ben, input(anna, cid, 0, 5, DelegationScope.FULL)));
        View view = delegate(bench.owner, input(anna, ben, 0, 5, DelegationScope.FULL), "users.write");

        assertRefused("not-found", () -> bench.as(cid, null, () -> delegations.get(view.id())));
        assertRefused("forbidden", () -> bench.as(ben, null, () -> delegations.cancel(view.id())));
        assertThat(bench.as(ben, null, () -> delegations.list(ListQuery.first(9)))
                        .items())
                .hasSize(1);
        assertThat(bench.as(cid, null, () -> delegations.list(ListQuery.first(9)))
                        .items())
                .isEmpty();
        assertThat(bench.as(cid, null, () -> delegations.list(ListQuery.first(9)), "users.read")
                        .items())
                .hasSize(1);
    }

    @Test
    @DisplayName("USR-17: a delegation runs from its start to just before its end, unless it is cancelled")
    void runInTime() {
        View view = delegate(anna, ben, 1, 3);
        assertThat(standsIn()).isEmpty();
        bench.pass(DAY);
        assertThat(standsIn()).map(UserRef::id).contains(ben);
        assertThat(bench.system(() -> bench.standIns.delegateFor(
                        anna, DelegationScope.FULL, bench.clock().instant())))
                .isEmpty();
        assertThat(active(bench.clock().instant())).isEqualTo(1);
        bench.pass(DAY.multipliedBy(2));
        assertThat(standsIn()).isEmpty();
        assertRefused("invalid-transition", () -> bench.as(anna, null, () -> delegations.cancel(view.id())));
        assertThat(active(bench.clock().instant())).isZero();
    }

    private Optional<UserRef> standsIn() {
        return bench.system(() -> bench.standIns.delegateFor(
                anna, DelegationScope.APPROVALS, bench.clock().instant()));
    }

    private int active(Instant at) {
        var query = new ListQuery(9, Optional.empty(), Optional.empty(), Map.of("activeAt", at.toString()), false);
        return bench.as(anna, null, () -> delegations.list(query)).items().size();
    }

    @Test
    void areCancelledOnceAndChangedWhileTheyAreOpen() {
        View view = delegate(anna, ben, 0, 3);
        Input longer = input(anna, ben, 0, 5, DelegationScope.FULL);
        View changed = bench.as(
                Optional.of(view.version()), anna, null, () -> delegations.update(view.id(), Patch.whole(longer)));
        assertThat(changed.scope()).isEqualTo(DelegationScope.FULL);
        assertThat(bench.system(() -> bench.standIns.actingFor(ben, DelegationScope.FULL, now)))
                .containsExactly(anna);
        var delegate = new DelegateResource(TABLES, bench.standIns);
        assertThat(bench.as(anna, null, () -> delegate.get(anna)).userId()).isEqualTo(ben);
        assertThat(bench.as(ben, null, () -> delegate.get(anna)).userId()).isEqualTo(ben);
        View cancelled = bench.as(anna, null, () -> delegations.cancel(view.id()));

        assertThat(cancelled.isActive()).isFalse();
        assertThat(bench.as(anna, null, () -> delegate.get(anna)).userId()).isNull();
        assertRefused("invalid-transition", () -> bench.as(anna, null, () -> delegations.cancel(view.id())));
        assertRefused(
                "invalid-transition",
                () -> bench.as(
                        Optional.of(cancelled.version()),
                        anna,
                        null,
                        () -> delegations.update(view.id(), Patch.whole(longer))));
    }

    @Test
    @DisplayName("USR-13: deactivating ends delegations from and to the user")
    void endWithWhoLeaves() {
        delegate(anna, ben, 0, 10);
        View to = delegate(cid, ben, 0, 10);
        bench.as(bench.owner, null, () -> bench.users.deactivate(ben, new Leaving("left", null)), "*");

        assertThat(standsIn()).isEmpty();
        assertThat(bench.as(cid, null, () -> delegations.get(to.id())).cancelledAt())
                .isNotNull();
    }
}
