package io.renoz.customers.customer;

import static io.renoz.customers.Refusals.assertInvalid;
import static io.renoz.customers.Refusals.assertRefused;
import static io.renoz.customers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.customers.Shop;
import io.renoz.customers.Wire;
import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.NewCustomer;
import io.renoz.customers.customer.BulkUpdateResource.Update;
import io.renoz.customers.customer.CreditHoldResource.Hold;
import io.renoz.customers.customer.CustomerInput.Person;
import io.renoz.customers.customer.StatusResource.Move;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.problem.Problem;
import io.renoz.rest.Bulk;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomerIT {

    private final Shop shop = new Shop();

    @Test
    @DisplayName("CUS-01: codes come from the sequence, or from the caller, who cannot change them later")
    void hasACodeForGood() {
        CustomerView first = shop.named("One");
        CustomerView own = shop.open("{\"name\": \"Two\", \"customerCode\": \" VIP-7 \"}");

        assertThat(first.customerCode()).isEqualTo("CUST-00001");
        assertThat(own.customerCode()).isEqualTo("VIP-7");
        assertInvalid(() -> shop.patch(own.id(), "{\"customerCode\": \"VIP-8\"}"))
                .isEqualTo("/customerCode");
        assertInvalid(() -> shop.patch(own.id(), "{\"customerCode\": null}")).isEqualTo("/customerCode");
    }

    @Test
    @DisplayName("CUS-01: a taken code is refused, be it another customer's or a neighbour's in the same request")
    void doesNotShareItsCode() {
        shop.open("{\"name\": \"One\", \"customerCode\": \"A\"}");

        assertRefused(() -> shop.open("{\"name\": \"Two\", \"customerCode\": \"A\"}"))
                .isEqualTo("duplicate-code");
        var twins = List.of(
                Wire.read("{\"name\": \"B\", \"customerCode\": \"B\"}", CustomerInput.class),
                Wire.read("{\"name\": \"C\", \"customerCode\": \"B\"}", CustomerInput.class));
        assertRefused(() -> shop.in(() -> shop.customers.createAll(new Bulk<>(twins))))
                .isEqualTo("duplicate-code");
    }

    @Test
    @DisplayName("CUS-01: enabling the module registers the sequence")
    void bringsItsSequence() {
        shop.codes.beforeEnable();

        assertThat(shop.neighbours.registered).containsExactly(CustomerCodes.SEQUENCE);
        assertThat(CustomerCodes.SEQUENCE.pattern()).isEqualTo("{prefix}-{seq:5}");
        assertThat(CustomerCodes.SEQUENCE.gapless()).isFalse();
    }

    @Test
    @DisplayName("CUS-02: an account comes with its people and addresses in one request")
    void comesWithItsPeopleAndAddresses() {
        CustomerView made = shop.open("""
                {"name": "Acme", "email": " Info@ACME.example ", "phone": "(02) 9876 5432", "taxId": "51 824 753 556",
                 "contacts": [{"firstName": "Ann", "lastName": "Lee", "emailOptIn": true}],
                 "addresses": [{"street1": "1 High St", "city": "Sydney", "postcode": "2000"}]}
                """);

        CustomerView read = shop.read(made.id());

        assertThat(read).isEqualTo(made);
        assertThat(read.email()).isEqualTo("info@acme.example");
        assertThat(read.phone()).isEqualTo("+61298765432");
        assertThat(read.taxId()).isEqualTo("51824753556");
        assertThat(read.contacts()).extracting(Person::firstName).containsExactly("Ann");
        assertThat(read.addresses()).extracting(p -> p.country()).containsExactly("AU");
        assertThat(shop.told(made.id())).containsExactly("customers.customer.created");
        assertThat(shop.in(() -> shop.customerMetrics.get(made.id())).totalOrders())
                .isZero();
    }

    @Test
    @DisplayName("CUS-02: when one part cannot be stored, nothing is")
    void comesWholeOrNotAtAll() {
        assertThat(catchThrowable(() -> shop.open("{\"name\": \"Half\", \"ownerId\": \"" + UUID.randomUUID()
                        + "\", \"contacts\": [{\"firstName\": \"A\"," + " \"lastName\": \"B\"}]}")))
                .isNotNull();

        assertThat(shop.organization
                        .read(() -> shop.customers.list(ListQuery.first(10)))
                        .items())
                .isEmpty();
        assertThat(shop.organization
                        .read(() -> shop.contacts.list(ListQuery.first(10)))
                        .items())
                .isEmpty();
    }

    @Test
    void keepsItsPeopleWhenItsListIsSentBack() {
        CustomerView made = shop.open("""
                {"name": "Acme", "contacts": [{"firstName": "Ann", "lastName": "Lee"}, {"firstName": "Bob", "lastName": "Ray"}]}
                """);
        UUID ann = made.contacts().get(0).id();

        CustomerView changed = shop.patch(
                made.id(),
                "{\"contacts\": [{\"id\": \"" + ann
                        + "\", \"firstName\": \"Anna\", \"lastName\": \"Lee\", \"isPrimary\": true},"
                        + " {\"firstName\": \"Cid\", \"lastName\": \"Fox\"}]}");

        assertThat(changed.contacts()).extracting(Person::firstName).containsExactly("Anna", "Cid");
        assertThat(changed.contacts().get(0).id()).isEqualTo(ann);
        assertThat(changed.version()).isEqualTo(made.version() + 1);
    }

    @Test
    @DisplayName("CUS-04: terms of credit are changed by finance and admin alone")
    void keepsItsCreditFromOthers() {
        CustomerView made = shop.named("Acme");
        var sales = shop.user("customers.read", "customers.write");
        var finance = shop.user("customers.write", "customers.credit");

        assertRefused(() -> shop.patch(sales, made.id(), "{\"creditLimit\": 500, \"name\": \"Other\"}"))
                .isEqualTo("forbidden");
        assertRefused(() -> shop.patch(sales, made.id(), "{\"paymentTermsDays\": 60}"))
                .isEqualTo("forbidden");
        assertThat(shop.read(made.id())).isEqualTo(made);
        assertThat(shop.patch(finance, made.id(), "{\"creditLimit\": 500}").creditLimit())
                .isEqualByComparingTo("500");
        assertThat(shop.patch(sales, made.id(), "{\"creditLimit\": 500.00, \"name\": \"Other\"}")
                        .name())
                .isEqualTo("Other");
    }

    @Test
    @DisplayName("CUS-04: a hold says why; when and by whom is noted by the system")
    void isHeldWithAReason() {
        CustomerView made = shop.named("Acme");
        var finance = shop.user("customers.credit");

        assertInvalid(() -> Wire.read("{\"creditHold\": true, \"creditHoldReason\": \" \"}", Hold.class))
                .isEqualTo("/creditHoldReason");
        CustomerView held = finance.call(() -> shop.creditHold.put(made.id(), new Hold(true, "owes us")));
        assertThat(held.creditHold()).isTrue();
        assertThat(held.creditHoldAt()).isEqualTo(shop.neighbours.clock.instant());
        assertThat(held.creditHoldBy()).isNotNull();
        CustomerView free = finance.call(() -> shop.creditHold.put(made.id(), new Hold(false, null)));
        assertThat(free.creditHold()).isFalse();
        assertThat(free.creditHoldBy()).isNull();
        assertThat(shop.told(made.id())).contains("customers.customer.credit-hold-changed");
    }

    @Test
    @DisplayName("CUS-05: suspended, blacklisted, held and deleted customers may not trade, and it is said which")
    void tradesUnlessItIsBlocked() {
        CustomerView prospect = shop.named("Prospect");
        assertThat(shop.in(() -> shop.directory.requireTrading(prospect.id())).status())
                .isEqualTo(CustomerStatus.PROSPECT);

        shop.in(() -> shop.creditHold.put(prospect.id(), new Hold(true, "owes us")));
        assertThat(blockedBecause(prospect.id())).isEqualTo("credit-hold");
        shop.in(() -> shop.creditHold.put(prospect.id(), new Hold(false, null)));
        shop.in(() -> shop.status.move(prospect.id(), new Move(CustomerStatus.BLACKLISTED, "fraud")));
        assertThat(blockedBecause(prospect.id())).isEqualTo("blacklisted");
        shop.organization.run(() -> shop.customers.delete(prospect.id()));
        assertThat(blockedBecause(prospect.id())).isEqualTo("deleted");
        assertRefused(() -> shop.in(() -> shop.directory.requireTrading(Ids.next())))
                .isEqualTo("not-found");
    }

    private @Nullable Object blockedBecause(UUID customer) {
        Problem problem = refusal(() -> shop.in(() -> shop.directory.requireTrading(customer)));
        assertThat(problem.slug()).isEqualTo("customer-blocked");
        return problem.members().get("reason");
    }

    @Test
    @DisplayName("CUS-05: a confirmed order wakes prospects and inactive customers, and nobody else")
    void wakesWhenItOrders() {
        CustomerView made = shop.named("Acme");

        shop.organization.run(() -> shop.directory.activate(made.id()));
        shop.organization.run(() -> shop.directory.activate(made.id()));

        assertThat(shop.read(made.id()).status()).isEqualTo(CustomerStatus.ACTIVE);
        assertThat(shop.told(made.id()))
                .filteredOn(name -> name.endsWith("status-changed"))
                .hasSize(1);
        shop.in(() -> shop.status.move(made.id(), new Move(CustomerStatus.SUSPENDED, "late")));
        shop.organization.run(() -> shop.directory.activate(made.id()));
        assertThat(shop.read(made.id()).status()).isEqualTo(CustomerStatus.SUSPENDED);
    }

    @Test
    @DisplayName("CUS-07: who is named elsewhere is not deleted, whether that module is on or off; then once only")
    void isNotDeletedWhileItIsNamed() {
        CustomerView made = shop.named("Acme");
        var orders = new Holder(3);
        shop.neighbours.add("orders", orders);
        shop.neighbours.modulesOn.remove("orders");

        Problem problem = refusal(() -> shop.organization.run(() -> shop.customers.delete(made.id())));
        assertThat(problem.slug()).isEqualTo("customer-in-use");
        assertThat(problem.members()).containsEntry("references", Map.of("orders", 3));
        orders.references = 0;
        shop.organization.run(() -> shop.customers.delete(made.id()));
        assertRefused(() -> shop.read(made.id())).isEqualTo("not-found");
        assertRefused(() -> shop.organization.run(() -> shop.customers.delete(made.id())))
                .isEqualTo("not-found");
        assertThat(shop.organization
                        .read(() -> shop.metrics.list(ListQuery.first(10)))
                        .items())
                .isEmpty();
    }

    private static final class Holder implements CustomerReferenceHolder {
        private int references;

        private Holder(int references) {
            this.references = references;
        }

        @Override
        public List<UUID> repoint(UUID from, UUID to) {
            return List.of();
        }

        @Override
        public int repointBack(UUID from, UUID to, List<UUID> moved) {
            return 0;
        }

        @Override
        public int countReferences(UUID customerId) {
            return references;
        }
    }

    @Test
    @DisplayName("CUS-22: a bulk update is all or nothing, names the first that fails, and counts nobody twice")
    void isUpdatedWithOthersOrNotAtAll() {
        UUID one = shop.named("One").id();
        UUID two = shop.named("Two").id();
        UUID nobody = Ids.next();

        Problem problem = refusal(() -> shop.in(() -> shop.bulkUpdate.update(industry("Solar", one, nobody, two))));
        assertThat(problem.slug()).isEqualTo("not-found");
        assertThat(problem.members()).containsEntry("customerId", nobody);
        assertThat(shop.read(one).industry()).isNull();
        assertThat(shop.in(() -> shop.bulkUpdate.update(industry("Solar", one, two, one)))
                        .updated())
                .isEqualTo(2);
        assertThat(shop.read(two).industry()).isEqualTo("Solar");
    }

    private static Update industry(String name, UUID... ids) {
        return new Update(
                List.of(ids), new BulkUpdateResource.Change(null, null, name, null, null, null, null, null, null));
    }

    @Test
    void isFoundByFiltersAndWords() {
        shop.open("{\"name\": \"Green Valley Farms\", \"type\": \"business\", \"size\": \"small\"}");
        shop.open("{\"name\": \"Greta Lund\", \"type\": \"individual\"}");

        assertThat(names(Map.of("search", "val GREEN"))).containsExactly("Green Valley Farms");
        assertThat(names(Map.of("type", "individual"))).containsExactly("Greta Lund");
        assertThat(names(Map.of("size.in", "small,large"))).containsExactly("Green Valley Farms");
        assertThat(names(Map.of("status", "prospect", "creditHold", "false"))).hasSize(2);
    }

    private List<String> names(Map<String, String> filters) {
        var query = new ListQuery(10, Optional.empty(), Optional.of("name"), filters, true);
        return shop.organization.read(() -> shop.customers.list(query)).items().stream()
                .map(CustomerView::name)
                .toList();
    }

    @Test
    void isMadeForOtherModulesToo() {
        UUID lead = shop.in(() -> shop.directory.create(
                new NewCustomer(null, "Lead", CustomerType.BUSINESS, "a@b.example", null, "web", "crm-1")));

        assertThat(shop.in(() -> shop.directory.find(lead))).hasValueSatisfying(summary -> {
            assertThat(summary.code()).isEqualTo("CUST-00001");
            assertThat(summary.legalName()).isEqualTo("Lead");
            assertThat(summary.paymentTermsDays()).isEqualTo(30);
        });
        assertThat(shop.in(() -> shop.directory.findAll(List.of(lead, Ids.next()))))
                .containsOnlyKeys(lead);
        assertInvalid(() -> new NewCustomer(null, " ", CustomerType.BUSINESS, null, null, null, null))
                .isEqualTo("/name");
    }

    @Test
    void isHandedOverToAnotherOwner() {
        UUID tess = shop.hired();
        UUID tom = shop.hired();
        UUID acme =
                shop.open("{\"name\": \"Acme\", \"ownerId\": \"" + tess + "\"}").id();

        assertThat(shop.in(() -> shop.owners.openAssignments(tess)))
                .containsExactly(new AssignmentCount("customer", 1));
        assertThat(shop.in(() -> shop.owners.reassign(tess, tom))).isEqualTo(1);
        assertThat(shop.read(acme).ownerId()).isEqualTo(tom);
        assertThat(shop.in(() -> shop.owners.openAssignments(tess))).isEmpty();
    }
}
