package io.renoz.suppliers.supplier;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.rest.Bulk;
import io.renoz.settings.api.EntityType;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.Sequences;
import io.renoz.suppliers.Together;
import io.renoz.suppliers.Trade;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.SupplierFilter;
import io.renoz.suppliers.api.SupplierStatus;
import io.renoz.suppliers.api.SupplierSummary;
import io.renoz.suppliers.supplier.StatusResource.Move;
import io.renoz.suppliers.supplier.SupplierInput.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SupplierIT {

    private final Trade trade = new Trade();

    private Page<SupplierView> list(Map<String, String> filters, String sort) {
        return trade.organization.read(
                () -> trade.suppliers.list(new ListQuery(50, Optional.empty(), Optional.of(sort), filters, true)));
    }

    @Test
    void comesWithItsPeopleAndAddressesAndTheOrganizationsDefaults() {
        SupplierView made = trade.open("""
                {"name": "Acme", "email": " Sales@ACME.example ", "tags": ["steel", "bolts"],
                 "contacts": [{"name": "Ann Lee", "isPrimary": true}],
                 "addresses": [{"street1": "1 High St", "city": "Sydney", "postcode": "2000"}]}
                """);

        SupplierView read = trade.read(made.id());

        assertThat(read).isEqualTo(made);
        assertThat(read.supplierCode()).isEqualTo("SUP-00001");
        assertThat(read.email()).isEqualTo("sales@acme.example");
        assertThat(read.currency()).isEqualTo("AUD");
        assertThat(read.paymentTerms()).isEqualTo(PaymentTerms.NET_30);
        assertThat(read.inspectionRequirement()).isEqualTo(InspectionRequirement.NONE);
        assertThat(read.tags()).containsExactly("steel", "bolts");
        assertThat(read.contacts()).extracting(Person::name).containsExactly("Ann Lee");
        assertThat(read.addresses()).extracting(place -> place.country()).containsExactly("AU");
        assertThat(trade.told(made.id())).containsExactly("suppliers.supplier.created");
    }

    @Test
    void keepsItsCodeAndSharesItWithNobody() {
        SupplierView one = trade.open("{\"name\": \"One\", \"supplierCode\": \"SUP-00002\"}");

        assertThat(trade.named("Two").supplierCode()).isEqualTo("SUP-00001");
        assertThat(trade.named("Three").supplierCode()).isEqualTo("SUP-00003");
        assertRefused(() -> trade.open("{\"name\": \"Four\", \"supplierCode\": \"SUP-00002\"}"))
                .isEqualTo("duplicate-code");
        assertInvalid(() -> trade.patch(one.id(), "{\"supplierCode\": \"X\"}")).isEqualTo("/supplierCode");
    }

    @Test
    void refusesWhatCannotBe() {
        assertInvalid(() -> trade.open("{\"name\": \"A\", \"currency\": \"XQZ\"}"))
                .isEqualTo("/currency");
        assertInvalid(() -> trade.open("{\"name\": \"A\", \"minimumOrderValue\": 10, \"maximumOrderValue\": 9}"))
                .isEqualTo("/maximumOrderValue");
        assertInvalid(() -> trade.open("{\"name\": \"A\", \"contacts\": [{\"name\": \"B\", \"isPrimary\": true},"
                        + " {\"name\": \"C\", \"isPrimary\": true}]}"))
                .isEqualTo("/contacts/1/isPrimary");
    }

    @Test
    void isFoundByWhatOneKnows() {
        trade.open("{\"name\": \"Bolt Brothers\", \"isPreferred\": true, \"supplierType\": \"manufacturer\"}");
        SupplierView other = trade.named("Zinc");
        trade.in(() -> trade.status.move(other.id(), new Move(SupplierStatus.INACTIVE, null)));

        assertThat(list(Map.of("search", "broth"), "name").items())
                .extracting(SupplierView::name)
                .containsExactly("Bolt Brothers");
        assertThat(list(Map.of("isPreferred", "true"), "overallRating").total()).isEqualTo(1);
        assertThat(list(Map.of("supplierType", "manufacturer"), "leadTimeDays").total())
                .isEqualTo(1);
        assertThat(list(Map.of("status", "inactive"), "lastOrderDate").items())
                .extracting(SupplierView::name)
                .containsExactly("Zinc");
        assertThat(list(Map.of(), "-supplierCode").items())
                .extracting(SupplierView::name)
                .containsExactly("Zinc", "Bolt Brothers");
    }

    @Test
    void tellsOfItsMovesAndSaysInWhichStateItWas() {
        UUID id = trade.named("Acme").id();

        trade.in(() -> trade.status.move(id, new Move(SupplierStatus.SUSPENDED, "Late")));

        assertThat(trade.read(id).statusReason()).isEqualTo("Late");
        assertThat(trade.told(id)).endsWith("suppliers.supplier.status-changed");
        assertThat(refusal(() -> trade.in(() -> trade.status.move(id, new Move(SupplierStatus.SUSPENDED, "Again"))))
                        .members())
                .containsEntry("from", "suspended")
                .containsEntry("to", "suspended");
        assertRefused(() -> trade.user("suppliers.read", "suppliers.write")
                        .call(() -> trade.status.move(id, new Move(SupplierStatus.BLACKLISTED, "Fraud"))))
                .isEqualTo("forbidden");
        trade.user("suppliers.read", "suppliers.approve")
                .call(() -> trade.status.move(id, new Move(SupplierStatus.BLACKLISTED, "Fraud")));
        assertThat(trade.read(id).status()).isEqualTo(SupplierStatus.BLACKLISTED);
    }

    @Test
    @DisplayName("SUP-25: suspended and blacklisted suppliers get no new orders")
    void getsNoOrdersWhileItIsNotActive() {
        UUID id = trade.named("Acme").id();

        assertThat(trade.organization
                        .read(() -> trade.directory.requireOrderable(id))
                        .code())
                .isEqualTo("SUP-00001");
        trade.in(() -> trade.status.move(id, new Move(SupplierStatus.SUSPENDED, "Late")));

        assertThat(refusal(() -> trade.organization.read(() -> trade.directory.requireOrderable(id)))
                        .members())
                .containsEntry("status", "suspended");
        assertRefused(() -> trade.organization.read(() -> trade.directory.requireOrderable(UUID.randomUUID())))
                .isEqualTo("not-found");
    }

    @Test
    @DisplayName("SUP-25: a supplier with open orders stays; a deleted one is out of lists, its orders are not")
    void staysWhileOrdersAreOpen() {
        UUID id = trade.named("Acme").id();
        UUID order = trade.ordered(id, trade.shelf.put("Bolt"), "ordered", trade.neighbours.today(), "2.000", "5.00");

        assertThat(refusal(() -> trade.organization.run(() -> trade.suppliers.delete(id)))
                        .members())
                .containsEntry("openOrders", 1);
        trade.organization.sql(
                "suppliers", "update suppliers.purchase_orders set status = 'closed' where id = ?", order);
        trade.organization.run(() -> trade.suppliers.delete(id));

        assertThat(list(Map.of(), "name").items()).isEmpty();
        assertRefused(() -> trade.read(id)).isEqualTo("not-found");
        assertThat(trade.organization.sql(
                        "suppliers", "update suppliers.purchase_orders set version = version where id = ?", order))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("SUP-24: the module stays on while orders wait for a decision or for goods, and brings its sequences")
    void staysOnWhileOrdersAreOpen() {
        UUID supplier = trade.named("Acme").id();
        UUID order = trade.ordered(
                supplier, trade.shelf.put("Bolt"), "partial_received", trade.neighbours.today(), "2.000", "5.00");

        assertRefused(() -> trade.organization.run(trade.lifecycle::beforeDisable))
                .isEqualTo("reference-in-use");
        trade.organization.sql(
                "suppliers", "update suppliers.purchase_orders set status = 'draft' where id = ?", order);
        trade.organization.run(trade.lifecycle::beforeDisable);
        trade.lifecycle.beforeEnable();

        assertThat(trade.neighbours.registered).containsExactlyElementsOf(Sequences.ALL);
    }

    @Test
    void hasOnePrimaryContactAndOnePrimaryAddressOfAType() {
        SupplierView acme = trade.open("""
                {"name": "Acme", "contacts": [{"name": "Ann", "isPrimary": true}],
                 "addresses": [{"street1": "1 High St", "city": "S", "postcode": "2", "isPrimary": true},
                               {"street1": "2 High St", "city": "S", "postcode": "2", "isPrimary": true,
                                "addressType": "returns"}]}
                """);

        trade.in(() -> trade.contacts.create(
                acme.id(), Wire.read("{\"name\": \"Bob\", \"isPrimary\": true}", ContactResource.Input.class)));
        trade.in(() -> trade.addresses.create(
                acme.id(),
                Wire.read(
                        "{\"street1\": \"3 High St\", \"city\": \"S\", \"postcode\": \"2\", \"isPrimary\": true}",
                        AddressResource.Input.class)));

        SupplierView now = trade.read(acme.id());
        assertThat(now.contacts())
                .filteredOn(Person::isPrimary)
                .extracting(Person::name)
                .containsExactly("Bob");
        assertThat(now.addresses())
                .filteredOn(place -> place.isPrimary())
                .extracting(place -> place.street1())
                .containsExactlyInAnyOrder("2 High St", "3 High St");
        assertThat(now.version()).isGreaterThan(acme.version());
    }

    @Test
    void hasOnePrimaryContactWhenTwoAskAtOnce() throws Exception {
        UUID acme = trade.named("Acme").id();
        var primary = Wire.read("{\"name\": \"Ann\", \"isPrimary\": true}", ContactResource.Input.class);

        Together.run(
                () -> trade.in(() -> trade.contacts.create(acme, primary)),
                () -> trade.in(() -> trade.contacts.create(acme, primary)),
                () -> trade.in(() -> trade.contacts.create(acme, primary)));

        assertThat(trade.read(acme).contacts()).hasSize(3);
        assertThat(trade.read(acme).contacts()).filteredOn(Person::isPrimary).hasSize(1);
    }

    private static UUID contact(SupplierView supplier, int index) {
        return Objects.requireNonNull(supplier.contacts().get(index).id());
    }

    @Test
    void changesAndRemovesItsPeopleOneByOne() {
        SupplierView acme =
                trade.open("{\"name\": \"Acme\", \"contacts\": [{\"name\": \"Ann\"}, {\"name\": \"Bob\"}]}");
        UUID ann = contact(acme, 0);

        var changed = trade.organization
                .ifMatch(1)
                .call(() -> trade.contacts.update(
                        acme.id(), ann, Wire.patch("{\"receivesOrders\": true}", ContactResource.Input.class)));
        trade.organization.run(() -> trade.contacts.delete(acme.id(), contact(acme, 1)));

        assertThat(changed.receivesOrders()).isTrue();
        assertThat(trade.read(acme.id()).contacts()).extracting(Person::name).containsExactly("Ann");
        UUID other = trade.named("Other").id();
        assertRefused(() -> trade.organization.read(() -> trade.contacts.get(other, ann)))
                .isEqualTo("not-found");
    }

    @Test
    void isMetByOtherModulesAsASummary() {
        UUID id = trade.open("{\"name\": \"Acme\", \"leadTimeDays\": 5, \"defaultTaxRate\": 10}")
                .id();

        SupplierSummary found =
                trade.organization.read(() -> trade.directory.find(id)).orElseThrow();

        assertThat(found.leadTimeDays()).isEqualTo(5);
        assertThat(found.legalName()).isEqualTo("Acme");
        assertThat(trade.organization
                        .read(() -> trade.directory.findAll(List.of(id, UUID.randomUUID())))
                        .keySet())
                .containsExactly(id);
        assertThat(trade.organization
                        .read(() -> trade.directory.search(new SupplierFilter(Map.of("status", "active")), null))
                        .items())
                .containsExactly(found);
        assertThat(trade.organization.read(() -> new Trade().directory.find(id)))
                .isPresent();
        assertThat(new Trade().organization.read(() -> trade.directory.find(id)))
                .isEmpty();
    }

    @Test
    void hasALabelForEveryKindOfRecord() {
        UUID id = trade.open("{\"name\": \"Acme\", \"contacts\": [{\"name\": \"Ann\"}]}")
                .id();
        for (EntityType type : trade.types.list()) {
            assertThat(trade.organization.read(() -> trade.types.label(type.type(), UUID.randomUUID())))
                    .as(type.type())
                    .isEmpty();
        }

        assertThat(trade.organization
                        .read(() -> trade.types.label("supplier", id))
                        .orElseThrow()
                        .number())
                .isEqualTo("SUP-00001");
    }

    @Test
    void costsAsFewStatementsForFiftyAsForOne() {
        trade.named("First");
        long one = statements(() -> list(Map.of(), "name"));
        var many = new ArrayList<SupplierInput>();
        for (int i = 0; i < 50; i++) {
            many.add(Wire.read(
                    "{\"name\": \"S" + i + "\", \"contacts\": [{\"name\": \"A\"}, {\"name\": \"B\"}]}",
                    SupplierInput.class));
        }
        long created = statements(() -> trade.in(() -> trade.suppliers.createAll(new Bulk<>(many))));

        long all = statements(() -> list(Map.of(), "name"));

        assertThat(all).isEqualTo(one);
        assertThat(created).isLessThan(12);
    }

    private static long statements(Runnable work) {
        long before = Trade.PLATFORM.statements();
        work.run();
        return Trade.PLATFORM.statements() - before;
    }

    @Test
    void isNotAnotherOrganizations() {
        UUID id = trade.named("Acme").id();
        var other = new Trade();

        assertRefused(() -> other.read(id)).isEqualTo("not-found");
        assertThat(catchThrowable(() -> other.in(() ->
                        other.contacts.create(id, Wire.read("{\"name\": \"Bob\"}", ContactResource.Input.class)))))
                .isNotNull();
    }
}
