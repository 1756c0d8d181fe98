package io.renoz.customers.activity;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Together;
import io.renoz.customers.Wire;
import io.renoz.customers.activity.ActivityResource.Completion;
import io.renoz.customers.activity.ActivityResource.Input;
import io.renoz.customers.activity.ActivityResource.View;
import io.renoz.customers.api.ActivityDirection;
import io.renoz.customers.api.ActivityType;
import io.renoz.customers.api.NewActivity;
import io.renoz.customers.customer.CustomerView;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityIT {

    private final Shop shop = new Shop();
    private final CustomerView acme =
            shop.open("{\"name\": \"Acme\", \"contacts\": [{\"firstName\": \"Ann\", \"lastName\": \"Lee\"}]}");
    private final UUID ann = Shop.firstContact(acme);

    private Input input(String more) {
        return Wire.read(
                "{\"customerId\": \"" + acme.id() + "\", \"activityType\": \"call\", \"description\": \"called\"" + more
                        + "}",
                Input.class);
    }

    private View add(String more) {
        return shop.in(() -> shop.activities.create(input(more)).body());
    }

    private static String planned(@Nullable UUID user) {
        return ", \"scheduledAt\": \"2026-04-01T09:00:00Z\""
                + (user == null ? "" : ", \"assignedTo\": \"" + user + "\"");
    }

    @Test
    void tellsTheAccountAndTheContactThatTheyTalked() {
        View made = add(", \"contactId\": \"" + ann + "\"");

        assertThat(shop.in(() -> shop.customerMetrics.get(acme.id())).lastActivityAt())
                .isEqualTo(shop.neighbours.clock.instant());
        assertThat(shop.in(() -> shop.contacts.get(ann)).lastContactedAt()).isEqualTo(shop.neighbours.clock.instant());
        assertThat(shop.told(made.id())).containsExactly("customers.activity.logged");
    }

    @Test
    void isCompletedOnceAndMayPlanTheNext() {
        View made = add(planned(null));
        assertThat(shop.in(() -> shop.customerMetrics.get(acme.id())).lastActivityAt())
                .isNull();

        View done =
                shop.in(() -> shop.activities.complete(made.id(), new Completion("agreed", 15, input(planned(null)))));

        assertThat(done.completedAt()).isEqualTo(shop.neighbours.clock.instant());
        assertThat(done.outcome()).isEqualTo("agreed");
        assertThat(shop.told(made.id())).contains("customers.activity.completed");
        assertThat(shop.organization
                        .read(() -> shop.activities.list(ListQuery.first(9)))
                        .items())
                .hasSize(2);
        assertRefused(() -> shop.in(() -> shop.activities.complete(made.id(), new Completion(null, null, null))))
                .isEqualTo("invalid-transition");
        UUID note = add("").id();
        assertRefused(() -> shop.in(() -> shop.activities.complete(note, new Completion(null, null, null))))
                .isEqualTo("invalid-transition");
    }

    @Test
    void isWithThePeopleOfItsCustomer() {
        CustomerView other =
                shop.open("{\"name\": \"B\", \"contacts\": [{\"firstName\": \"B\", \"lastName\": \"B\"}]}");

        assertInvalid(() -> add(", \"contactId\": \"" + Shop.firstContact(other) + "\""))
                .isEqualTo("/contactId");
        assertInvalid(() -> add(", \"contactId\": \"" + Ids.next() + "\"")).isEqualTo("/contactId");
        View made = add("");
        assertInvalid(() -> shop.organization
                        .ifMatch(1)
                        .run(() -> shop.activities.update(
                                made.id(), Wire.patch("{\"customerId\": \"" + other.id() + "\"}", Input.class))))
                .isEqualTo("/customerId");
    }

    @Test
    void isLoggedOncePerSource() throws Exception {
        var order = new NewActivity.Source("orders.order", Ids.next());
        var told = new NewActivity(
                ann,
                ActivityType.ORDER,
                ActivityDirection.INBOUND,
                "Order",
                "ordered",
                shop.neighbours.clock.instant(),
                order);

        int done = Together.run(
                () -> shop.in(() -> shop.log.log(acme.id(), told)), () -> shop.in(() -> shop.log.log(acme.id(), told)));

        assertThat(done).isEqualTo(2);
        assertThat(shop.organization
                        .read(() -> shop.activities.list(ListQuery.first(9)))
                        .items())
                .singleElement()
                .satisfies(activity -> assertThat(activity.sourceId()).isEqualTo(order.id()));
    }

    @Test
    void isHandedOverWhileItIsOpen() {
        UUID tess = shop.hired();
        UUID tom = shop.hired();
        View open = add(planned(tess));
        add(", \"assignedTo\": \"" + tess + "\"");

        assertThat(shop.in(() -> shop.log.openAssignments(tess)))
                .containsExactly(new AssignmentCount("customer_activity", 1));
        assertThat(shop.in(() -> shop.log.reassign(tess, tom))).isEqualTo(1);
        assertThat(shop.in(() -> shop.activities.get(open.id())).assignedTo()).isEqualTo(tom);
        assertThat(shop.in(() -> shop.log.openAssignments(tess))).isEmpty();
    }
}
