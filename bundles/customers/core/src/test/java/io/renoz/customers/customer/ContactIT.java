package io.renoz.customers.customer;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Together;
import io.renoz.customers.Wire;
import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.ConsentChannel;
import io.renoz.customers.api.ConsentSource;
import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.NewConsent;
import io.renoz.customers.api.PostalAddress;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.customers.customer.CustomerInput.Person;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.kernel.RecordChange;
import io.renoz.rest.Bulk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactIT {

    private final Shop shop = new Shop();
    private final UUID acme = shop.named("Acme").id();

    private static String json(UUID customer, String name, String more) {
        return "{\"customerId\": \"" + customer + "\", \"firstName\": \"" + name + "\", \"lastName\": \"Lee\"" + more
                + "}";
    }

    private ContactResource.View add(String name, String more) {
        return shop.in(() -> shop.contacts
                .create(Wire.read(json(acme, name, more), ContactResource.Input.class))
                .body());
    }

    private ContactResource.View read(UUID contact) {
        return shop.organization.read(() -> shop.contacts.get(contact));
    }

    private ContactResource.View patch(UUID contact, String json) {
        return shop.organization
                .ifMatch(read(contact).version())
                .call(() -> shop.contacts.update(contact, Wire.patch(json, ContactResource.Input.class)));
    }

    private List<UUID> primaries() {
        return shop.read(acme).contacts().stream()
                .filter(Person::isPrimary)
                .map(Person::id)
                .toList();
    }

    @Test
    @DisplayName("CUS-03: the first contact comes first by itself, a later one that asks takes its place")
    void comesFirstOneAtATime() {
        UUID ann = add("Ann", "").id();
        UUID bob = add("Bob", "").id();
        assertThat(primaries()).containsExactly(ann);

        UUID cid = add("Cid", ", \"isPrimary\": true").id();
        assertThat(primaries()).containsExactly(cid);
        assertThat(patch(bob, "{\"isPrimary\": true}").isPrimary()).isTrue();
        assertThat(primaries()).containsExactly(bob);
        patch(bob, "{\"isPrimary\": false}");
        assertThat(primaries()).isEmpty();
        add("Dan", "");
        assertThat(primaries()).isEmpty();
    }

    @Test
    @DisplayName("CUS-03: a list that is sent with the customer may let another come first, and let the first go")
    void comesFirstInAListToo() {
        UUID ann = add("Ann", "").id();
        UUID bob = add("Bob", "").id();

        shop.patch(acme, "{\"contacts\": [" + person(ann, "Ann", false) + "," + person(bob, "Bob", true) + "]}");
        assertThat(primaries()).containsExactly(bob);
        shop.patch(acme, "{\"contacts\": [" + person(ann, "Ann", true) + "]}");
        assertThat(primaries()).containsExactly(ann);
        assertThat(shop.read(acme).contacts()).hasSize(1);
        assertInvalid(() -> shop.patch(
                        acme, "{\"contacts\": [" + person(ann, "Ann", true) + "," + person(null, "Eve", true) + "]}"))
                .isEqualTo("/contacts/1/isPrimary");
    }

    private static String person(@Nullable UUID id, String name, boolean first) {
        return "{\"id\": " + (id == null ? null : "\"" + id + "\"") + ", \"firstName\": \"" + name
                + "\", \"lastName\": \"Lee\", \"isPrimary\": " + first + "}";
    }

    @Test
    @DisplayName("CUS-03: two who ask at once end with one that comes first")
    void comesFirstOnceWhenTwoAskAtOnce() throws Exception {
        add("Ann", "");
        for (int round = 0; round < 10; round++) {
            int done = Together.run(
                    () -> add("Bob", ", \"isPrimary\": true"),
                    () -> add("Cid", ", \"isPrimary\": true"),
                    () -> add("Dan", ", \"isPrimary\": true"));

            assertThat(done).isEqualTo(3);
            assertThat(primaries()).hasSize(1);
        }
    }

    @Test
    @DisplayName("CUS-03: of addresses one of each type comes first")
    void sharesNothingWithAddressesOfOtherTypes() {
        UUID billing = address("billing", false);
        UUID shipping = address("shipping", false);
        UUID other = address("billing", true);

        assertThat(primary(AddressType.BILLING)).isEqualTo(other);
        assertThat(primary(AddressType.SHIPPING)).isEqualTo(shipping);
        assertThat(primary(AddressType.SERVICE)).isEqualTo(other);
        shop.organization
                .ifMatch(shop.organization
                        .read(() -> shop.addresses.get(billing))
                        .version())
                .run(() -> shop.addresses.update(
                        billing,
                        Wire.patch("{\"type\": \"shipping\", \"isPrimary\": true}", AddressResource.Input.class)));
        assertThat(primary(AddressType.SHIPPING)).isEqualTo(billing);
    }

    private UUID address(String type, boolean first) {
        String json = "{\"customerId\": \"" + acme + "\", \"type\": \"" + type
                + "\", \"street1\": \"1 High St\", \"city\": \"Sydney\", \"postcode\": \"2000\", \"isPrimary\": "
                + first + "}";
        return shop.in(() -> shop.addresses
                .create(Wire.read(json, AddressResource.Input.class))
                .body()
                .id());
    }

    private @Nullable UUID primary(AddressType type) {
        return shop.in(() -> shop.addressBook.primary(acme, type))
                .map(PostalAddress::id)
                .orElse(null);
    }

    @Test
    void raisesTheVersionOfItsCustomer() {
        int before = shop.read(acme).version();

        UUID ann = add("Ann", "").id();
        patch(ann, "{\"title\": \"Director\"}");
        shop.organization.run(() -> shop.contacts.delete(ann));

        assertThat(shop.read(acme).version()).isEqualTo(before + 3);
        assertThat(shop.read(acme).contacts()).isEmpty();
    }

    @Test
    @DisplayName("ACT-08: a contact or address that is deleted is gone from its table, and the log tells of it")
    void isGoneWhenItIsDeleted() {
        UUID ann = add("Ann", "").id();
        UUID home = address("billing", false);

        shop.organization.run(() -> shop.contacts.delete(ann));
        shop.organization.run(() -> shop.addresses.delete(home));

        assertThat(rows("contacts", ann)).isZero();
        assertThat(rows("addresses", home)).isZero();
        assertRefused(() -> read(ann)).isEqualTo("not-found");
        assertRefused(() -> shop.organization.run(() -> shop.addresses.delete(home)))
                .isEqualTo("not-found");
        assertThat(deleted(ann)).isEqualTo("contact");
        assertThat(deleted(home)).isEqualTo("address");
    }

    private int rows(String table, UUID id) {
        return shop.organization.sql(
                "customers", "update customers." + table + " set version = version where id = ?", id);
    }

    /** The type of the one record of that id whose deletion was told as part of its customer. */
    private String deleted(UUID id) {
        List<RecordChange> told = Shop.PLATFORM.audited().stream()
                .filter(change -> change.entityId().equals(id) && change.kind() == RecordChange.Kind.DELETED)
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).parentType()).isEqualTo("customer");
        assertThat(told.get(0).parentId()).isEqualTo(acme);
        assertThat(told.get(0).customerId()).isEqualTo(acme);
        assertThat(told.get(0).before()).isNotEmpty();
        return told.get(0).entityType();
    }

    @Test
    @DisplayName("CUS-03: parts that are added and deleted at once are all there, and all gone")
    void joinsOthersAtOnce() throws Exception {
        UUID ann = add("Ann", "").id();
        UUID bob = add("Bob", "").id();
        int version = shop.read(acme).version();

        int done = Together.run(
                () -> add("Cid", ""),
                () -> add("Dan", ""),
                () -> {
                    shop.organization.run(() -> shop.contacts.delete(ann));
                    return ann;
                },
                () -> address("billing", false));

        assertThat(done).isEqualTo(4);
        assertThat(shop.read(acme).version()).isEqualTo(version + 4);
        assertThat(shop.read(acme).contacts())
                .extracting(Person::firstName)
                .containsExactlyInAnyOrder("Bob", "Cid", "Dan");
        assertThat(shop.read(acme).contacts()).extracting(Person::id).contains(bob);
        assertThat(shop.read(acme).addresses()).hasSize(1);
    }

    @Test
    void staysWithItsCustomer() {
        UUID ann = add("Ann", "").id();
        UUID other = shop.named("Other").id();

        assertInvalid(() -> patch(ann, "{\"customerId\": \"" + other + "\"}")).isEqualTo("/customerId");
        assertInvalid(() -> shop.in(
                        () -> shop.contacts.create(Wire.read(json(Ids.next(), "X", ""), ContactResource.Input.class))))
                .isEqualTo("/customerId");
    }

    @Test
    void isMadeByTheHundred() {
        var inputs = IntStream.range(0, 200)
                .mapToObj(i -> Wire.read(json(acme, "N" + i, ""), ContactResource.Input.class))
                .toList();

        List<ContactResource.View> made =
                shop.in(() -> shop.contacts.createAll(new Bulk<>(inputs))).items();

        assertThat(made)
                .hasSize(200)
                .filteredOn(ContactResource.View::isPrimary)
                .hasSize(1);
    }

    @Test
    @DisplayName("CUS-13: a changed choice leaves one proof and its moment, whichever way it came")
    void provesEveryChoice() {
        UUID ann = add("Ann", ", \"emailOptIn\": true").id();
        assertThat(proofs(ann)).containsExactly("EMAIL true STAFF");
        assertThat(read(ann).emailOptInAt()).isEqualTo(shop.neighbours.clock.instant());

        shop.neighbours.clock.forward(Duration.ofMinutes(1));
        patch(ann, "{\"phoneOptIn\": false, \"smsOptIn\": true}");
        patch(ann, "{\"title\": \"Director\"}");
        shop.neighbours.clock.forward(Duration.ofMinutes(1));
        shop.organization.run(() -> shop.people.recordConsent(
                ann,
                new NewConsent(ConsentChannel.EMAIL, false, ConsentSource.UNSUBSCRIBE_LINK, "mail 7", "10.0.0.1")));
        shop.organization.run(() -> shop.people.recordConsent(
                ann, new NewConsent(ConsentChannel.EMAIL, false, ConsentSource.UNSUBSCRIBE_LINK, "mail 8", null)));
        shop.patch(
                acme,
                "{\"contacts\": [{\"id\": \"" + ann + "\", \"firstName\": \"Ann\", \"lastName\": \"Lee\","
                        + " \"smsOptIn\": true, \"phoneOptIn\": false, \"emailOptIn\": true}]}");

        assertThat(proofs(ann))
                .containsExactlyInAnyOrder(
                        "EMAIL true STAFF",
                        "PHONE false STAFF",
                        "SMS true STAFF",
                        "EMAIL false UNSUBSCRIBE_LINK",
                        "EMAIL true STAFF");
        assertThat(read(ann).emailOptIn()).isTrue();
        assertThat(shop.told(ann))
                .filteredOn(name -> name.endsWith("consent-changed"))
                .hasSize(5);
    }

    private List<String> proofs(UUID contact) {
        return shop.organization.read(() -> shop.consents.list(contact, ListQuery.first(50))).items().stream()
                .map(proof -> proof.channel() + " " + proof.optedIn() + " " + proof.source())
                .toList();
    }

    @Test
    @DisplayName("CUS-13: what is the choice already is not recorded again; for post the proof is all there is")
    void provesNothingTwice() {
        UUID ann = add("Ann", "").id();
        var same = Wire.read("{\"channel\": \"phone\", \"optedIn\": true}", ConsentResource.Input.class);
        var post = Wire.read("{\"channel\": \"post\", \"optedIn\": true}", ConsentResource.Input.class);

        assertRefused(() -> shop.in(() -> shop.consents.create(ann, same))).isEqualTo("invalid-transition");
        shop.in(() -> shop.consents.create(ann, post));

        assertThat(proofs(ann)).containsExactly("POST true STAFF");
        assertThat(reachable(ConsentChannel.POST)).containsExactly(ann);
        assertThat(reachable(ConsentChannel.EMAIL)).isEmpty();
    }

    private List<UUID> reachable(ConsentChannel channel) {
        var all = new SegmentCriteria(Map.of("status", "prospect"));
        return shop.in(() -> shop.people.addressableFor(all, channel, null)).items().stream()
                .map(ContactSummary::id)
                .toList();
    }

    @Test
    @DisplayName("CUS-14: nobody has opted in who did not say so")
    void hasNotOptedInByDefault() {
        ContactResource.View ann = add("Ann", "");

        assertThat(ann.emailOptIn()).isFalse();
        assertThat(ann.smsOptIn()).isFalse();
        assertThat(ann.emailOptInAt()).isNull();
        assertThat(proofs(ann.id())).isEmpty();
    }

    @Test
    @DisplayName("CUS-15: erasing blanks the person and opts out of everything, once")
    void isErasedOnce() {
        UUID ann = add(
                        "Ann",
                        ", \"email\": \"a@b.example\", \"mobile\": \"+61400000000\", \"emailOptIn\": true,"
                                + " \"birthday\": \"1990-01-31\", \"notes\": \"likes tea\"")
                .id();

        ContactResource.View erased = shop.in(() -> shop.contacts.erase(ann));

        assertThat(erased.firstName()).isEqualTo("Erased");
        assertThat(erased.lastName()).isEqualTo(ann.toString().substring(0, 8));
        assertThat(erased.email()).isNull();
        assertThat(erased.mobile()).isNull();
        assertThat(erased.birthday()).isNull();
        assertThat(erased.notes()).isNull();
        assertThat(erased.emailOptIn()).isFalse();
        assertThat(erased.phoneOptIn()).isFalse();
        assertThat(erased.erasedAt()).isEqualTo(shop.neighbours.clock.instant());
        assertThat(proofs(ann))
                .containsExactlyInAnyOrder("EMAIL true STAFF", "EMAIL false ERASURE", "PHONE false ERASURE");
        assertThat(shop.told(ann)).contains("customers.contact.erased");
        assertRefused(() -> shop.in(() -> shop.contacts.erase(ann))).isEqualTo("already-erased");
        assertRefused(() -> patch(ann, "{\"email\": \"a@b.example\"}")).isEqualTo("already-erased");
        assertThat(reachable(ConsentChannel.PHONE)).isEmpty();
    }

    @Test
    void keepsItsReachabilityOutOfTheAuditLog() {
        UUID ann = add("Ann", ", \"email\": \"a@b.example\"").id();

        assertThat(Shop.PLATFORM.audited())
                .filteredOn(change -> change.entityId().equals(ann))
                .allSatisfy(change -> assertThat(change.after()).containsEntry("email", "***"));
    }

    @Test
    void getsBillsWhenItIsThere() {
        UUID ann = add("Ann", "").id();
        assertThat(billed()).containsExactly(ann);

        UUID bob = add("Bob", ", \"isBilling\": true").id();
        assertThat(billed()).containsExactly(bob);
        patch(bob, "{\"isActive\": false}");
        assertThat(billed()).containsExactly(ann);
    }

    private List<UUID> billed() {
        return shop.in(() -> shop.people.billingOf(acme)).stream()
                .map(ContactSummary::id)
                .toList();
    }
}
