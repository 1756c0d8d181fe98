package io.renoz.customers.merge;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.customers.Shop;
import io.renoz.customers.Wire;
import io.renoz.customers.activity.ActivityResource;
import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.customers.customer.CustomerInput.Person;
import io.renoz.customers.customer.CustomerView;
import io.renoz.customers.tag.CustomerTagResource;
import io.renoz.customers.tag.TagResource;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.problem.Problem;
import io.renoz.rest.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MergeIT {

    private final Shop shop = new Shop();

    private static final class Orders implements CustomerReferenceHolder {
        private final List<UUID> rows = List.of(Ids.next(), Ids.next());
        private final List<UUID> asked = new ArrayList<>();
        private boolean broken;

        @Override
        public List<UUID> repoint(UUID from, UUID to) {
            if (broken) {
                throw Problem.of("unavailable", "broken");
            }
            asked.add(from);
            return rows;
        }

        @Override
        public int repointBack(UUID from, UUID to, List<UUID> moved) {
            return 0;
        }

        @Override
        public int countReferences(UUID customerId) {
            return 0;
        }
    }

    private static Merge of(UUID... duplicates) {
        return new Merge(List.of(duplicates), Map.of(), "looked the same");
    }

    private CustomerView merge(UUID survivor, Merge merge) {
        return shop.in(() -> shop.merge.merge(survivor, merge));
    }

    private static String person(String name) {
        return "{\"firstName\": \"" + name + "\", \"lastName\": \"Lee\"}";
    }

    @Test
    @DisplayName("CUS-10: the survivor has what both had: people, addresses, tags, talk, and the fields it lacked")
    void unitesAccounts() {
        CustomerView one = shop.open("{\"name\": \"Acme\", \"phone\": \"123\", \"contacts\": [" + person("Ann") + "]}");
        CustomerView two = shop.open(
                "{\"name\": \"ACME Ltd\", \"phone\": \"456\", \"email\": \"a@b.example\", \"externalRef\": \"crm-2\", \"contacts\": ["
                        + person("Bob")
                        + "], \"addresses\": [{\"street1\": \"1\", \"city\": \"c\", \"postcode\": \"p\"}]}");
        UUID both = tag("both", one.id(), two.id());
        UUID second = tag("second", two.id());
        talk(two.id());
        var orders = new Orders();
        shop.neighbours.add("orders", orders);

        CustomerView merged = merge(one.id(), of(two.id()));

        assertThat(merged.name()).isEqualTo("Acme");
        assertThat(merged.phone()).isEqualTo("123");
        assertThat(merged.email()).isEqualTo("a@b.example");
        assertThat(merged.externalRef()).isEqualTo("crm-2");
        assertThat(merged.contacts()).extracting(Person::firstName).containsExactly("Ann", "Bob");
        assertThat(merged.contacts()).extracting(Person::isPrimary).containsExactly(true, false);
        assertThat(merged.addresses()).hasSize(1).allMatch(place -> place.isPrimary());
        assertThat(tags(one.id())).containsExactlyInAnyOrder(both, second);
        assertThat(usage(both)).isEqualTo(1);
        assertThat(usage(second)).isEqualTo(1);
        assertThat(shop.organization
                        .read(() -> shop.activities.list(ListQuery.first(9)))
                        .items())
                .allMatch(activity -> activity.customerId().equals(one.id()));
        assertThat(orders.asked).containsExactly(two.id());
        assertThat(shop.told(one.id())).contains("customers.customer.merged");
        assertThat(shop.told(two.id())).contains("customers.customer.deleted");
        assertThat(shop.read(one.id())).isEqualTo(merged);
    }

    private UUID tag(String name, UUID... customers) {
        UUID tag = shop.in(() -> shop.tags
                .create(Wire.read("{\"name\": \"" + name + "\"}", TagResource.Input.class))
                .body()
                .id());
        for (UUID customer : customers) {
            shop.in(() -> shop.customerTags.create(customer, new CustomerTagResource.Input(tag, null)));
        }
        return tag;
    }

    private List<UUID> tags(UUID customer) {
        return shop.organization.read(() -> shop.customerTags.list(customer, ListQuery.first(9))).items().stream()
                .map(CustomerTagResource.View::tagId)
                .toList();
    }

    private int usage(UUID tag) {
        return shop.organization.read(() -> shop.tags.get(tag)).usageCount();
    }

    private void talk(UUID customer) {
        String json = "{\"customerId\": \"" + customer + "\", \"activityType\": \"note\", \"description\": \"hello\"}";
        shop.in(() -> shop.activities.create(Wire.read(json, ActivityResource.Input.class)));
    }

    @Test
    @DisplayName("CUS-10: it is written down what was merged, what moved, and how the account was")
    void isWrittenDown() {
        UUID one = shop.named("One").id();
        CustomerView two = shop.open("{\"name\": \"Two\", \"contacts\": [" + person("Bob") + "]}");
        var orders = new Orders();
        shop.neighbours.add("orders", orders);

        merge(one, of(two.id()));

        var merges = shop.organization
                .read(() -> shop.merges.list(ListQuery.first(9)))
                .items();
        assertThat(merges).singleElement().satisfies(merge -> {
            assertThat(merge.primaryCustomerId()).isEqualTo(one);
            assertThat(merge.mergedCustomerId()).isEqualTo(two.id());
            assertThat(merge.reason()).isEqualTo("looked the same");
            assertThat(merge.rowsMoved()).isEqualTo(3);
            assertThat(String.valueOf(merge.mergedData()))
                    .contains("\"customer_code\": \"" + two.customerCode() + "\"")
                    .contains(Shop.firstContact(two).toString())
                    .contains(orders.rows.get(0).toString());
        });
    }

    @Test
    @DisplayName("CUS-10: fields are taken from the account that is asked for")
    void takesFieldsAsAsked() {
        UUID one = shop.open("{\"name\": \"One\", \"phone\": \"1\"}").id();
        UUID two = shop.open("{\"name\": \"Two\", \"phone\": \"2\"}").id();
        UUID three = shop.open("{\"name\": \"Three\", \"phone\": \"3\"}").id();

        CustomerView merged = merge(one, new Merge(List.of(two, three), Map.of("name", three, "phone", one), null));

        assertThat(merged.name()).isEqualTo("Three");
        assertThat(merged.phone()).isEqualTo("1");
        UUID four = shop.named("Four").id();
        assertInvalid(() -> merge(one, new Merge(List.of(four), Map.of("status", four), null)))
                .isEqualTo("/fields/status");
        assertInvalid(() -> merge(one, new Merge(List.of(four), Map.of("name", Ids.next()), null)))
                .isEqualTo("/fields/name");
    }

    @Test
    @DisplayName("CUS-10: when one module fails, nothing changes anywhere")
    void changesNothingWhenAModuleFails() {
        CustomerView one = shop.named("One");
        CustomerView two = shop.open("{\"name\": \"Two\", \"contacts\": [" + person("Bob") + "]}");
        var orders = new Orders();
        orders.broken = true;
        shop.neighbours.add("orders", orders);

        assertRefused(() -> merge(one.id(), of(two.id()))).isEqualTo("unavailable");

        assertThat(shop.read(one.id())).isEqualTo(one);
        assertThat(shop.read(two.id())).isEqualTo(two);
    }

    @Test
    @DisplayName("CUS-10: while a module with rows is stopped nothing is merged")
    void waitsForEverybody() {
        UUID one = shop.named("One").id();
        UUID two = shop.named("Two").id();
        shop.neighbours.absent.add("orders");

        assertRefused(() -> merge(one, of(two))).isEqualTo("participant-unavailable");
    }

    @Test
    @DisplayName("CUS-10: branches go along, and the survivor of its own parent moves up")
    void movesBranches() {
        UUID top = shop.named("Top").id();
        UUID middle = shop.open("{\"name\": \"Middle\", \"parentId\": \"" + top + "\"}")
                .id();
        UUID leaf = shop.open("{\"name\": \"Leaf\", \"parentId\": \"" + middle + "\"}")
                .id();
        UUID sister = shop.open("{\"name\": \"Sister\", \"parentId\": \"" + middle + "\"}")
                .id();

        assertRefused(() -> merge(leaf, of(top))).isEqualTo("merge-conflict");
        CustomerView merged = merge(leaf, of(middle));

        assertThat(merged.parentId()).isEqualTo(top);
        assertThat(shop.read(sister).parentId()).isEqualTo(leaf);
    }

    @Test
    void refusesWhatIsNoMerge() {
        UUID one = shop.named("One").id();
        UUID two = shop.named("Two").id();
        UUID three = shop.named("Three").id();
        merge(one, of(two));

        assertInvalid(() -> merge(one, of(one))).isEqualTo("/duplicates/0");
        assertInvalid(() -> merge(one, of(three, three))).isEqualTo("/duplicates/1");
        assertInvalid(() -> merge(one, of(Ids.next()))).isEqualTo("/duplicates/0");
        assertRefused(() -> merge(one, of(two))).isEqualTo("merge-conflict");
        assertRefused(() -> merge(two, of(three))).isEqualTo("invalid-transition");
        assertRefused(() -> merge(Ids.next(), of(three))).isEqualTo("not-found");
    }

    @Test
    @DisplayName("CUS-11: an account that was merged away is read where it went, by callers and by modules")
    void isFollowed() {
        UUID one = shop.named("One").id();
        UUID two = shop.named("Two").id();
        UUID three = shop.named("Three").id();
        merge(two, of(three));
        merge(one, of(two));

        assertThatThrownBy(() -> shop.read(three)).isInstanceOfSatisfying(Moved.class, moved -> {
            assertThat(moved.from()).isEqualTo(three);
            assertThat(moved.to()).isEqualTo(one);
        });
        assertThat(shop.in(() -> shop.directory.find(three)))
                .hasValueSatisfying(summary -> assertThat(summary.id()).isEqualTo(one));
        assertThat(shop.in(() -> shop.directory.findAll(List.of(three))))
                .hasEntrySatisfying(three, summary -> assertThat(summary.id()).isEqualTo(one));
        assertThat(shop.in(() -> shop.directory.requireTrading(three)).id()).isEqualTo(one);
    }
}
