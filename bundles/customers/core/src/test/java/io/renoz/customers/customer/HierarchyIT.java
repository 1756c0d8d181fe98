package io.renoz.customers.customer;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Together;
import io.renoz.customers.customer.HierarchyResource.Group;
import io.renoz.data.Ids;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HierarchyIT {

    private final Shop shop = new Shop();

    private UUID below(UUID parent, String name) {
        return shop.open("{\"name\": \"" + name + "\", \"parentId\": \"" + parent + "\"}")
                .id();
    }

    private UUID parentOf(UUID customer) {
        return Objects.requireNonNull(shop.read(customer).parentId());
    }

    private CustomerView move(UUID customer, UUID parent) {
        return shop.patch(customer, "{\"parentId\": \"" + parent + "\"}");
    }

    @Test
    @DisplayName("CUS-06: nobody is above itself")
    void hasNoCircles() {
        UUID top = shop.named("Top").id();
        UUID middle = below(top, "Middle");
        UUID bottom = below(middle, "Bottom");

        assertRefused(() -> move(top, bottom)).isEqualTo("invalid-hierarchy");
        assertRefused(() -> move(top, top)).isEqualTo("invalid-hierarchy");
        assertThat(move(bottom, top).parentId()).isEqualTo(top);
        assertInvalid(() -> move(bottom, Ids.next())).isEqualTo("/parentId");
        assertInvalid(() -> below(Ids.next(), "Orphan")).isEqualTo("/parentId");
    }

    @Test
    @DisplayName("CUS-06: a group has at most ten levels, branches of what is moved included")
    void hasAtMostTenLevels() {
        UUID top = shop.named("1").id();
        UUID last = top;
        for (int level = 2; level <= 10; level++) {
            last = below(last, String.valueOf(level));
        }
        UUID tenth = last;
        UUID pair = shop.named("pair").id();
        below(pair, "half");
        UUID ninth = parentOf(tenth);

        assertRefused(() -> below(tenth, "11")).isEqualTo("invalid-hierarchy");
        assertRefused(() -> move(pair, ninth)).isEqualTo("invalid-hierarchy");
        assertThat(move(pair, parentOf(ninth)).parentId()).isNotNull();
    }

    @Test
    @DisplayName("CUS-06: two moves at once do not close a circle")
    void hasNoCirclesWhenTwoMoveAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID one = shop.named("one").id();
            UUID two = shop.named("two").id();

            int done = Together.run(() -> move(one, two), () -> move(two, one));

            assertThat(done).isEqualTo(1);
            assertThat(shop.read(one).parentId() == null)
                    .isNotEqualTo(shop.read(two).parentId() == null);
        }
    }

    @Test
    void isReadAsAWhole() {
        UUID top = shop.named("Top").id();
        UUID middle = below(top, "Middle");
        UUID bottom = below(middle, "Bottom");

        Group group = shop.organization.read(() -> shop.hierarchy.get(middle));

        assertThat(group.ancestors()).extracting(m -> m.id()).containsExactly(top);
        assertThat(group.descendants()).extracting(m -> m.id()).containsExactly(bottom);
        assertThat(group.descendants()).extracting(m -> m.levels()).containsExactly(1);
    }
}
