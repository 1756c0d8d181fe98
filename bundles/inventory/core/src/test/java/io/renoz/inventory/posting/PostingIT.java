package io.renoz.inventory.posting;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.inventory.Depot;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.Wire;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.IssueCommand;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.ReceiveLine;
import io.renoz.inventory.api.ReturnCommand;
import io.renoz.inventory.api.ReturnLine;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.api.SupplierReturnCommand;
import io.renoz.inventory.api.ValuationScope;
import io.renoz.inventory.posting.StockBodies.Adjustment;
import io.renoz.inventory.posting.StockBodies.Moving;
import io.renoz.inventory.posting.StockBodies.Posted;
import io.renoz.inventory.posting.StockBodies.Receipt;
import io.renoz.inventory.posting.StockBodies.Scrapping;
import io.renoz.inventory.posting.StockBodies.StatusChange;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PostingIT {

    private final Depot depot = new Depot();
    private final UUID product = depot.catalog.pieces();

    private Posted adjust(Organization as, String change, String cost, String value) {
        String json = """
                {"reason": "data_entry", "lines": [{"productId": "%s", "warehouseLocationId": "%s", "quantityChange": %s,
                 "unitCost": %s, "valueChange": %s}]}
                """.formatted(product, depot.mainRoot, change, cost, value);
        return as.call(() -> depot.stock.adjust(Wire.read(json, Adjustment.class)));
    }

    private Posted status(String from, String to, String quantity) {
        return depot.act(depot.stock::changeStatus, StatusChange.class, """
                {"lines": [{"productId": "%s", "warehouseLocationId": "%s", "fromStatus": "%s", "toStatus": "%s", "quantity": %s}]}
                """.formatted(
                        product, depot.mainRoot, from, to, quantity));
    }

    @Test
    @DisplayName("INV-02: the ledger adds up to the balance, and nobody changes or deletes a line of it")
    void ledger() {
        depot.receive(product, "5", "25.00");
        depot.ship(Ids.next(), product, "2");
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("3");
        assertThat(depot.contradictions()).isEmpty();
        assertThatThrownBy(() ->
                        depot.organization.sql("inventory", "update inventory.inventory_movements set notes = 'x'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> depot.organization.sql("inventory", "delete from inventory.inventory_movements"))
                .hasStackTraceContaining("permission denied");
        assertThat(depot.in(() -> depot.ledgerCheck.run(java.util.Optional.empty())))
                .isEmpty();
        assertThat(depot.notifications.requests).isEmpty();
        depot.organization.sql("inventory", "update inventory.inventory set quantity_on_hand = 4");
        depot.in(() -> depot.ledgerCheck.run(java.util.Optional.empty()));
        assertThat(depot.notifications.requests).hasSize(1);
        assertThat(depot.notifications.requests.get(0).title()).contains("contradict the ledger");
    }

    @Test
    @DisplayName("INV-07, INV-08: stock leaves first in, first out, and a balance is worth what its layers hold")
    void firstInFirstOut() {
        depot.receive(product, "3", "10.00");
        depot.receive(product, "2", "9.00");
        assertThat(depot.only(product).unitCost()).isEqualByComparingTo("3.80");
        Posting one = depot.ship(Ids.next(), product, "1");
        assertThat(one.cost()).isEqualByComparingTo("3.33");
        assertThat(depot.ship(Ids.next(), product, "1").cost()).isEqualByComparingTo("3.34");
        assertThat(depot.ship(Ids.next(), product, "2").cost()).isEqualByComparingTo("7.83");
        assertThat(depot.organization.read(() -> depot.valuation.costOf(one.id())))
                .isEqualByComparingTo("3.33");
        assertThat(depot.only(product).totalValue()).isEqualByComparingTo("4.50");
        depot.ship(Ids.next(), product, "1");
        assertThat(depot.only(product).totalValue()).isEqualByComparingTo("0");
        assertThat(depot.organization.read(() -> depot.valuation.averageCost(product)))
                .isEqualByComparingTo("4.50");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-08: goods of a customer carry no value")
    void customersGoods() {
        var line = new ReturnLine(
                null,
                product,
                null,
                BigDecimal.ONE,
                StockStatus.RETURNED,
                StockOwnership.CUSTOMER,
                new BigDecimal("50.00"),
                List.of());
        depot.in(() -> depot.postings.receiveReturn(
                new ReturnCommand(new DocumentRef("support.rma", Ids.next(), "RMA-1"), null, List.of(line), null)));
        assertThat(depot.only(product).totalValue()).isEqualByComparingTo("0");
        assertThat(depot.available(product)).isEqualByComparingTo("0");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-09: moving stock moves its layers, and the value of everything stays the same")
    void moving() {
        UUID other = depot.location("OTHER", "");
        depot.receive(product, "3", "10.00");
        depot.act(depot.stock::move, Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 2}]}
                """.formatted(product, depot.mainRoot, depot.root(other)));
        assertThat(depot.of(product))
                .extracting(b -> b.totalValue().toPlainString())
                .containsExactlyInAnyOrder("3.33", "6.67");
        assertThat(depot.organization.read(
                        () -> depot.valuation.valueAt(depot.calendar.today(), ValuationScope.everything())))
                .isEqualByComparingTo("10.00");
        assertThat(depot.contradictions()).isEmpty();
        UUID small = depot.bin(depot.main, "SMALL", "\"capacity\": 0");
        assertRefused(() -> depot.act(depot.stock::move, Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1}]}
                """.formatted(product, depot.mainRoot, small)))
                .isEqualTo("bin-capacity-exceeded");
        assertRefused(() -> depot.act(
                        depot.stock::move, Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 9}]}
                """.formatted(product, depot.mainRoot, depot.root(other))))
                .isEqualTo("insufficient-stock");
    }

    @Test
    @DisplayName("INV-06: a vehicle may run below zero at the last known cost, and the next receipt settles it")
    void belowZero() {
        UUID van = depot.location("VAN", "\"locationType\": \"vehicle\", \"allowNegative\": true");
        depot.receive(van, product, "2", "20.00");
        var issue = new IssueCommand(
                "jobs.material",
                new DocumentRef("jobs.job", Ids.next(), "JOB-1"),
                null,
                van,
                List.of(new OutLine(Ids.next(), product, new BigDecimal("5"), List.of())),
                null);
        assertThat(depot.in(() -> depot.postings.issueToJob(issue)).cost()).isEqualByComparingTo("50.00");
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("-3");
        assertThat(depot.only(product).totalValue()).isEqualByComparingTo("-30.00");
        depot.receive(van, product, "1", "12.00");
        depot.receive(van, product, "5", "60.00");
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("3");
        assertThat(depot.only(product).totalValue()).isEqualByComparingTo("36.00");
        assertThat(depot.contradictions()).isEmpty();
        assertRefused(() -> depot.ship(Ids.next(), depot.catalog.pieces(), "1")).isEqualTo("insufficient-stock");
    }

    @Test
    @DisplayName(
            "INV-16: a correction has a reason and one posting; above the limit it needs the permission to approve")
    void adjusting() {
        Organization clerk = depot.users.acting("inventory.read", "inventory.adjust");
        assertThat(adjust(clerk, "10", "50.00", "0").cost()).isEqualByComparingTo("500.00");
        assertRefused(() -> adjust(clerk, "1", "500.01", "0")).isEqualTo("forbidden");
        assertInvalid(() -> adjust(clerk, "1", "null", "0")).isEqualTo("/lines/0/unitCost");
        assertInvalid(() -> adjust(clerk, "0", "null", "0")).isEqualTo("/lines/0/quantityChange");
        depot.reserve(Ids.next(), product, "8");
        assertRefused(() -> adjust(clerk, "-3", "null", "0")).isEqualTo("insufficient-stock");
        assertThat(adjust(clerk, "-2", "null", "0").cost()).isEqualByComparingTo("100.00");
        adjust(clerk, "0", "null", "-33.33");
        assertThat(depot.only(product).totalValue()).isEqualByComparingTo("366.67");
        assertInvalid(() -> adjust(depot.organization, "0", "null", "-366.68")).isEqualTo("/lines/0/valueChange");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-16: scrapping above the limit needs approval too")
    void scrapping() {
        Organization clerk = depot.users.acting("inventory.read", "inventory.adjust");
        depot.receive(product, "2", "1200.00");
        String json = """
                {"reason": "damaged", "lines": [{"productId": "%s", "warehouseLocationId": "%s", "quantity": 1}]}
                """.formatted(product, depot.mainRoot);
        assertRefused(() -> clerk.call(() -> depot.stock.scrap(Wire.read(json, Scrapping.class))))
                .isEqualTo("approval-required");
        assertThat(depot.act(depot.stock::scrap, Scrapping.class, json).cost()).isEqualByComparingTo("600.00");
    }

    @Test
    @DisplayName("the condition of stock changes along its life cycle, the unallocated part only")
    void conditions() {
        depot.receive(product, "5", "10.00");
        depot.reserve(Ids.next(), product, "3");
        assertRefused(() -> status("available", "returned", "1")).isEqualTo("invalid-transition");
        assertRefused(() -> status("available", "quarantined", "3")).isEqualTo("insufficient-stock");
        status("available", "quarantined", "2");
        status("quarantined", "damaged", "1");
        status("damaged", "available", "1");
        assertRefused(() -> status("quarantined", "quarantined", "1")).isEqualTo("invalid-transition");
        assertThat(depot.available(product)).isEqualByComparingTo("1");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-25: postings are dated back for some days only, and never to before the valuation lock")
    void backdating() {
        Instant now = depot.calendar.now();
        for (long days : List.of(0L, 7L)) {
            receiveAt(now.minus(Duration.ofDays(days)));
        }
        assertRefused(() -> receiveAt(now.minus(Duration.ofDays(8)))).isEqualTo("period-closed");
        assertInvalid(() -> receiveAt(now.plusSeconds(60))).isEqualTo("/occurredAt");
        depot.neighbours.settings.put(InventorySettings.VALUATION_LOCK, new Json("\"2026-02-28\""));
        assertRefused(() -> receiveAt(now.minus(Duration.ofDays(3)))).isEqualTo("period-closed");
        receiveAt(now.minus(Duration.ofDays(1)));
    }

    private Posting receiveAt(Instant at) {
        return depot.in(() -> depot.postings.receive(new ReceiveCommand(
                new DocumentRef("suppliers.receipt", Ids.next(), null),
                null,
                null,
                List.of(ReceiveLine.of(null, product, BigDecimal.ONE, BigDecimal.TEN)),
                at,
                null)));
    }

    @Test
    @DisplayName("a posting is reversed once; what was shipped is reserved again")
    void reversing() {
        Posting receipt = depot.receive(product, "3", "10.00");
        UUID line = Ids.next();
        depot.reserve(line, product, "2");
        Posting shipment = depot.ship(line, product, "2");
        assertRefused(() -> reverse(receipt.id())).isEqualTo("insufficient-stock");
        assertThat(reverse(shipment.id()).cost()).isEqualByComparingTo("6.67");
        assertRefused(() -> reverse(shipment.id())).isEqualTo("already-reversed");
        assertThat(depot.only(product).quantityAllocated()).isEqualByComparingTo("2");
        assertThat(depot.ship(line, product, "2").cost()).isEqualByComparingTo("6.67");
        assertRefused(() -> reverse(Ids.next())).isEqualTo("not-found");
        assertThat(depot.contradictions()).isEmpty();
    }

    private Posting reverse(UUID posting) {
        return depot.in(() -> depot.postings.reverse(posting, "Wrong"));
    }

    @Test
    @DisplayName("one movement is reversed from the ledger; of a move both sides")
    void reversingMovements() {
        UUID bin = depot.bin(depot.main, "B", "");
        depot.receive(product, "3", "10.00");
        Posted moved = depot.act(depot.stock::move, Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 2}]}
                """.formatted(product, depot.mainRoot, bin));
        UUID movement = depot.organization.read(
                () -> depot.movements.of(moved.postingId()).get(1).id());
        depot.in(() -> depot.ledger.reverse(movement, new StockBodies.Reason("Not there")));
        assertThat(depot.of(product))
                .extracting(b -> b.quantityOnHand().intValue())
                .containsExactlyInAnyOrder(3, 0);
        assertRefused(() -> depot.in(() -> depot.ledger.reverse(movement, new StockBodies.Reason("Again"))))
                .isEqualTo("already-reversed");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-22: a technician issues from the own vehicle only")
    void technicians() {
        UUID tech = depot.users.hired();
        UUID van = depot.location("VAN", "\"locationType\": \"vehicle\", \"assignedUserId\": \"" + tech + "\"");
        depot.receive(product, "2", "2.00");
        depot.receive(van, product, "2", "2.00");
        Organization acting =
                depot.organization.as(tech, "inventory.read", "inventory.issue_own", "inventory.transfer_own");
        acting.call(() -> depot.postings.issueToJob(issue(van)));
        assertRefused(() -> acting.call(() -> depot.postings.issueToJob(issue(depot.main))))
                .isEqualTo("forbidden");
        String json = """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1}]}
                """;
        UUID back = depot.root(van);
        assertRefused(() -> acting.call(
                        () -> depot.stock.move(Wire.read(json.formatted(product, depot.mainRoot, back), Moving.class))))
                .isEqualTo("forbidden");
        acting.call(() -> depot.stock.move(Wire.read(json.formatted(product, back, depot.mainRoot), Moving.class)));
        depot.neighbours.modulesOn.remove("jobs");
        assertRefused(() -> depot.in(() -> depot.postings.issueToJob(issue(van))))
                .isEqualTo("module-disabled");
    }

    private IssueCommand issue(UUID location) {
        return new IssueCommand(
                "jobs.material",
                new DocumentRef("jobs.job", Ids.next(), "JOB-1"),
                null,
                location,
                List.of(new OutLine(Ids.next(), product, BigDecimal.ONE, List.of())),
                null);
    }

    @Test
    @DisplayName("goods go back to the supplier, and receipts wait for inspection where the organization wants it")
    void inspection() {
        depot.neighbours.settings.put(InventorySettings.INSPECTION, new Json("true"));
        depot.receive(product, "3", "9.00");
        assertThat(depot.only(product).status()).isEqualTo(StockStatus.QUARANTINED);
        Posting back = depot.in(() -> depot.postings.returnToSupplier(new SupplierReturnCommand(
                new DocumentRef("suppliers.return", Ids.next(), "RTV-1"),
                depot.main,
                StockStatus.QUARANTINED,
                List.of(new OutLine(Ids.next(), product, new BigDecimal("2"), List.of())),
                null)));
        assertThat(back.cost()).isEqualByComparingTo("6.00");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("a place that takes nothing in refuses a receipt")
    void notReceivable() {
        UUID bin = depot.bin(depot.main, "SHUT", "\"isReceivable\": false");
        assertRefused(() -> depot.act(depot.stock::receive, Receipt.class, """
                {"lines": [{"productId": "%s", "warehouseLocationId": "%s", "quantity": 1, "unitCost": 1}]}
                """.formatted(product, bin)))
                .isEqualTo("location-not-receivable");
        UUID elsewhere = depot.root(depot.location("ELSE", ""));
        assertInvalid(() -> depot.act(depot.stock::receive, Receipt.class, """
                {"lines": [{"productId": "%s", "warehouseLocationId": "%s", "quantity": 1, "unitCost": 1}]}
                """.formatted(product, elsewhere)))
                .isEqualTo("/lines/0/warehouseLocationId");
    }
}
