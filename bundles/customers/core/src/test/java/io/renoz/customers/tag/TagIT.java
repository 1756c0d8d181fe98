package io.renoz.customers.tag;

import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.customers.Shop;
import io.renoz.customers.Together;
import io.renoz.customers.Wire;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.kernel.RecordChange;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TagIT {

    private final Shop shop = new Shop();
    private final UUID acme = shop.named("Acme").id();
    private final UUID beta = shop.named("Beta").id();
    private final UUID tag = shop.in(() -> shop.tags
            .create(Wire.read("{\"name\": \"solar\"}", TagResource.Input.class))
            .body()
            .id());

    private CustomerTagResource.View put(UUID customer) {
        return shop.in(() -> shop.customerTags
                .create(customer, new CustomerTagResource.Input(tag, null))
                .body());
    }

    private int usage() {
        return shop.organization.read(() -> shop.tags.get(tag)).usageCount();
    }

    @Test
    void knowsHowOftenItIsUsed() {
        CustomerTagResource.View assigned = put(acme);
        put(beta);
        assertThat(usage()).isEqualTo(2);

        shop.organization.run(() -> shop.customerTags.delete(acme, assigned.id()));

        assertThat(usage()).isEqualTo(1);
        assertThat(shop.organization
                        .read(() -> shop.customerTags.list(acme, ListQuery.first(9)))
                        .items())
                .isEmpty();
        assertThat(shop.organization.read(() -> shop.tags.get(tag)).color()).isEqualTo("#6B7280");
    }

    @Test
    @DisplayName("ACT-06: the log knows it by a type in small letters and underscores")
    void isCalledInTheLogAsEverywhere() {
        UUID assigned = put(acme).id();

        assertThat(type(tag)).containsExactly("customer_tag");
        assertThat(type(assigned)).containsExactly("customer_tag_assignment");
    }

    private static List<String> type(UUID record) {
        return Shop.PLATFORM.audited().stream()
                .filter(change -> change.entityId().equals(record))
                .map(RecordChange::entityType)
                .toList();
    }

    @Test
    void countsRightWhenTwoUseItAtOnce() throws Exception {
        Together.run(() -> put(acme), () -> put(beta));

        assertThat(usage()).isEqualTo(2);
    }

    @Test
    void isPutOnACustomerOnce() {
        put(acme);

        assertThatThrownBy(() -> put(acme)).hasMessageContaining("customer_tag_assignments_customer_id_tag_id_key");
        assertThat(usage()).isEqualTo(1);
    }

    @Test
    void isOfTheCustomerThatIsAskedFor() {
        CustomerTagResource.View assigned = put(acme);

        assertRefused(() -> shop.organization.run(() -> shop.customerTags.delete(beta, assigned.id())))
                .isEqualTo("not-found");
        assertRefused(() -> put(Ids.next())).isEqualTo("not-found");
        assertThat(usage()).isEqualTo(1);
    }
}
