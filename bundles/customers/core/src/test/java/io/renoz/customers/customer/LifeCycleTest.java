package io.renoz.customers.customer;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static io.renoz.customers.api.CustomerStatus.ACTIVE;
import static io.renoz.customers.api.CustomerStatus.BLACKLISTED;
import static io.renoz.customers.api.CustomerStatus.INACTIVE;
import static io.renoz.customers.api.CustomerStatus.PROSPECT;
import static io.renoz.customers.api.CustomerStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.api.CustomerStatus;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private static final Map<CustomerStatus, Set<CustomerStatus>> ALLOWED = Map.of(
            PROSPECT, Set.of(ACTIVE, INACTIVE, BLACKLISTED),
            ACTIVE, Set.of(INACTIVE, SUSPENDED, BLACKLISTED),
            INACTIVE, Set.of(ACTIVE, BLACKLISTED),
            SUSPENDED, Set.of(ACTIVE, INACTIVE, BLACKLISTED),
            BLACKLISTED, Set.of(INACTIVE));

    private static Call with(String... permissions) {
        return new Call(Ids.next(), Actor.system("test"), Set.of(permissions), Request.none(Ids.next()), false);
    }

    private static Customer in(CustomerStatus status) {
        var customer = new Customer();
        customer.status = status;
        return customer;
    }

    @Test
    void takesTheListedMovesAndNoOthers() {
        for (CustomerStatus from : CustomerStatus.values()) {
            for (CustomerStatus to : CustomerStatus.values()) {
                Customer customer = in(from);
                if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                    customer.become(to, "because", with("*"));
                    assertThat(customer.status).isEqualTo(to);
                } else {
                    assertRefused(() -> customer.become(to, "because", with("*")))
                            .isEqualTo("invalid-transition");
                }
            }
        }
    }

    @Test
    void asksForAReasonWhereItHurts() {
        assertInvalid(() -> in(ACTIVE).become(SUSPENDED, null, with("*"))).isEqualTo("/reason");
        assertInvalid(() -> in(PROSPECT).become(BLACKLISTED, null, with("*"))).isEqualTo("/reason");
        assertInvalid(() -> in(BLACKLISTED).become(INACTIVE, null, with("*"))).isEqualTo("/reason");
        in(PROSPECT).become(ACTIVE, null, with("customers.write"));
    }

    @Test
    void leavesBlacklistingAndReinstatingToFinanceAndTheWayBackToAdmins() {
        Call sales = with("customers.write");
        Call finance = with("customers.write", "customers.credit");

        assertRefused(() -> in(ACTIVE).become(BLACKLISTED, "fraud", sales)).isEqualTo("forbidden");
        assertRefused(() -> in(SUSPENDED).become(ACTIVE, "paid", sales)).isEqualTo("forbidden");
        in(ACTIVE).become(SUSPENDED, "late", sales);
        in(ACTIVE).become(BLACKLISTED, "fraud", finance);
        in(SUSPENDED).become(ACTIVE, null, finance);
        assertRefused(() -> in(BLACKLISTED).become(INACTIVE, "sorry", finance)).isEqualTo("forbidden");
    }
}
