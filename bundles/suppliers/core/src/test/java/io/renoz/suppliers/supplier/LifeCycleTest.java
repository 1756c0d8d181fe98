package io.renoz.suppliers.supplier;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.suppliers.api.SupplierStatus;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest {

    private static final Map<SupplierStatus, Set<SupplierStatus>> ALLOWED = Map.of(
            SupplierStatus.ACTIVE,
            Set.of(SupplierStatus.INACTIVE, SupplierStatus.SUSPENDED, SupplierStatus.BLACKLISTED),
            SupplierStatus.INACTIVE,
            Set.of(SupplierStatus.ACTIVE, SupplierStatus.BLACKLISTED),
            SupplierStatus.SUSPENDED,
            Set.of(SupplierStatus.ACTIVE, SupplierStatus.INACTIVE, SupplierStatus.BLACKLISTED),
            SupplierStatus.BLACKLISTED,
            Set.of(SupplierStatus.INACTIVE));

    private static Call with(String... permissions) {
        return new Call(Ids.next(), Actor.system("test"), Set.of(permissions), Request.none(Ids.next()), false);
    }

    @ParameterizedTest
    @EnumSource(SupplierStatus.class)
    void movesAsItMayAndInNoOtherWay(SupplierStatus from) {
        for (SupplierStatus next : SupplierStatus.values()) {
            if (ALLOWED.getOrDefault(from, Set.of()).contains(next)) {
                assertThatCode(() -> LifeCycle.check(from, next, "Because", with("*")))
                        .doesNotThrowAnyException();
            } else {
                assertThat(refusal(() -> LifeCycle.check(from, next, "Because", with("*")))
                                .members())
                        .containsKeys("from", "to");
            }
        }
    }

    @Test
    void asksForAReasonWhereItMatters() {
        assertInvalid(() -> LifeCycle.check(SupplierStatus.ACTIVE, SupplierStatus.SUSPENDED, null, with("*")))
                .isEqualTo("/reason");
        assertInvalid(() -> LifeCycle.check(SupplierStatus.INACTIVE, SupplierStatus.BLACKLISTED, null, with("*")))
                .isEqualTo("/reason");
        assertThatCode(() -> LifeCycle.check(SupplierStatus.ACTIVE, SupplierStatus.INACTIVE, null, with("*")))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesTheBlacklistToFinanceAndItsLiftingToTheAdmin() {
        Call operations = with("suppliers.write");
        Call finance = with("suppliers.approve");
        Call admin = with("suppliers.write", "suppliers.approve", "suppliers.delete");

        assertRefused(() -> LifeCycle.check(SupplierStatus.ACTIVE, SupplierStatus.BLACKLISTED, "Fraud", operations))
                .isEqualTo("forbidden");
        LifeCycle.check(SupplierStatus.ACTIVE, SupplierStatus.BLACKLISTED, "Fraud", finance);
        assertRefused(() -> LifeCycle.check(SupplierStatus.BLACKLISTED, SupplierStatus.INACTIVE, null, finance))
                .isEqualTo("forbidden");
        LifeCycle.check(SupplierStatus.BLACKLISTED, SupplierStatus.INACTIVE, null, admin);
    }
}
