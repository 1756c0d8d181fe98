package io.renoz.customers.priority;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Wire;
import io.renoz.customers.priority.PriorityResource.Input;
import io.renoz.customers.priority.PriorityResource.View;
import io.renoz.data.Ids;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriorityIT {

    private final Shop shop = new Shop();
    private final UUID acme = shop.named("Acme").id();

    private View put(String json) {
        return shop.in(() -> shop.priority.put(acme, Wire.read(json, Input.class)));
    }

    @Test
    void isPutReplacedChangedAndTakenAway() {
        assertRefused(() -> shop.in(() -> shop.priority.get(acme))).isEqualTo("not-found");

        View made = put("{\"priorityLevel\": \"vip\", \"contractNumber\": \"C-1\"}");
        assertThat(made.serviceLevel()).isEqualTo(ServiceLevel.STANDARD);
        assertRefused(() -> put("{}")).isEqualTo("precondition-required");
        View replaced = shop.organization.ifMatch(1).call(() -> shop.priority.put(acme, Wire.read("{}", Input.class)));
        assertThat(replaced.id()).isEqualTo(made.id());
        assertThat(replaced.contractNumber()).isNull();
        View changed = shop.organization
                .ifMatch(2)
                .call(() -> shop.priority.update(acme, Wire.patch("{\"serviceLevel\": \"platinum\"}", Input.class)));
        assertThat(changed.serviceLevel()).isEqualTo(ServiceLevel.PLATINUM);
        assertThat(shop.in(() -> shop.priority.get(acme))).isEqualTo(changed);

        shop.organization.run(() -> shop.priority.delete(acme));
        assertRefused(() -> shop.in(() -> shop.priority.get(acme))).isEqualTo("not-found");
    }

    @Test
    void isForACustomerThatIsThere() {
        assertRefused(() -> shop.in(() -> shop.priority.put(Ids.next(), Wire.read("{}", Input.class))))
                .isEqualTo("not-found");
    }

    @Test
    void endsNoSoonerThanItBegins() {
        assertInvalid(() -> put("{\"contractStartDate\": \"2026-02-01\", \"contractEndDate\": \"2026-01-31\"}"))
                .isEqualTo("/contractEndDate");
    }

    @Test
    void isHandedOverWithItsAccountManager() {
        UUID tess = shop.hired();
        UUID tom = shop.hired();
        put("{\"accountManager\": \"" + tess + "\"}");

        assertThat(shop.in(() -> shop.accountManagers.openAssignments(tess)))
                .containsExactly(new AssignmentCount("customer_priority", 1));
        assertThat(shop.in(() -> shop.accountManagers.reassign(tess, tom))).isEqualTo(1);
        assertThat(shop.in(() -> shop.priority.get(acme)).accountManager()).isEqualTo(tom);
    }
}
