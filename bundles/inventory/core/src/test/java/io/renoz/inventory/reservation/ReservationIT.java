package io.renoz.inventory.reservation;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.assertRefused;
import static io.renoz.inventory.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.inventory.Depot;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Wire;
import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReservationIT {

    private final Depot depot = new Depot();
    private final UUID product = depot.catalog.pieces();

    private Reservation partly(UUID line, String quantity) {
        return depot.in(() -> depot.reservations
                .reserve(Depot.order(line, product, quantity).orPartly())
                .get(0));
    }

    private Reservation find(UUID line) {
        return depot.organization
                .read(() -> depot.reservations.find(new DemandRef(Depot.ORDER_LINE, line)))
                .get(0);
    }

    @Test
    @DisplayName(
            "INV-01: available is on hand less allocated, in active locations that sell, in condition available, not expired")
    void available() {
        UUID shop = depot.location("SHOP", "\"isSellable\": false");
        UUID bench = depot.bin(depot.main, "Q", "\"isQuarantine\": true");
        depot.receive(product, "10", "10.00");
        depot.receive(shop, product, "5", "5.00");
        depot.act(depot.stock::move, io.renoz.inventory.posting.StockBodies.Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 2}]}
                """.formatted(
                        product, depot.mainRoot, bench));
        depot.act(depot.stock::receive, io.renoz.inventory.posting.StockBodies.Receipt.class, """
                {"lines": [{"productId": "%s", "quantity": 4, "unitCost": 1, "lotNumber": "OLD", "expiryDate": "2026-03-01"}]}
                """.formatted(product));
        depot.reserve(Ids.next(), product, "3");
        assertThat(depot.available(product)).isEqualByComparingTo("5");
        assertThat(depot.organization.read(() -> depot.availability.projected(product, LocalDate.parse("2026-04-01"))))
                .isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("INV-03: all or nothing unless partial is allowed; the refusal has the figures of each product")
    void allOrNothing() {
        UUID other = depot.catalog.pieces();
        depot.receive(product, "3", "3.00");
        depot.receive(other, "1", "1.00");
        UUID demand = Ids.next();
        var command = ReserveCommand.firm(
                new DemandRef(Depot.ORDER_LINE, demand),
                "ORD-1",
                List.of(
                        new ReserveLine(Ids.next(), product, new BigDecimal("5")),
                        new ReserveLine(Ids.next(), other, BigDecimal.ONE)));
        Problem refused = refusal(() -> depot.in(() -> depot.reservations.reserve(command)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("insufficient-stock");
        assertThat(String.valueOf(refused.members().get("shortages")))
                .contains("productId=" + product, "requested=5.000", "available=3.000", "short=2.000")
                .doesNotContain(other.toString());
        assertThat(depot.available(other)).isEqualByComparingTo("1");

        List<Reservation> made = depot.in(() -> depot.reservations.reserve(command.orPartly()));
        assertThat(made.get(0).allocated()).isEqualByComparingTo("3");
        assertThat(made.get(0).shortage()).isEqualByComparingTo("2");
        assertThat(made.get(1).shortage()).isEqualByComparingTo("0");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-04: the earliest expiry goes first, and never a lot that is gone by the day it is needed")
    void earliestExpiry() {
        depot.receive(product, "2", "2.00");
        for (String day : List.of("2026-06-01", "2026-03-20")) {
            depot.act(depot.stock::receive, io.renoz.inventory.posting.StockBodies.Receipt.class, """
                    {"lines": [{"productId": "%s", "quantity": 2, "unitCost": 1, "lotNumber": "L%s", "expiryDate": "%s"}]}
                    """.formatted(
                            product, day, day));
        }
        UUID line = Ids.next();
        depot.in(
                () -> depot.reservations.reserve(Depot.order(line, product, "3").by(LocalDate.parse("2026-04-01"))));
        var held = depot.of(product).stream()
                .filter(balance -> balance.quantityAllocated().signum() > 0)
                .map(balance -> balance.lotNumber() + " " + balance.quantityAllocated())
                .toList();
        assertThat(held).containsExactlyInAnyOrder("L2026-06-01 2.000", " 1.000");
        assertThat(refusal(() -> depot.in(() -> depot.reservations.reserve(
                                Depot.order(Ids.next(), product, "2").by(LocalDate.parse("2026-04-01")))))
                        .slug())
                .isEqualTo("insufficient-stock");
        depot.reserve(Ids.next(), product, "2");
    }

    @Test
    @DisplayName(
            "INV-05: a line has one reservation a product; asking again changes its quantity, the same again nothing")
    void oneReservation() {
        depot.receive(product, "10", "10.00");
        UUID line = Ids.next();
        Reservation first = depot.reserve(line, product, "4");
        int version = depot.organization.read(() -> depot.holds.get(first.id()).version());
        assertThat(depot.reserve(line, product, "4")).isEqualTo(first);
        assertThat(depot.organization.read(() -> depot.holds.get(first.id()).version()))
                .isEqualTo(version);
        assertThat(depot.reserve(line, product, "6").id()).isEqualTo(first.id());
        assertThat(depot.available(product)).isEqualByComparingTo("4");
        assertThat(depot.reserve(line, product, "1").allocated()).isEqualByComparingTo("1");
        assertThat(depot.available(product)).isEqualByComparingTo("9");
        Reservation resized = depot.in(() ->
                depot.reservations.resize(new DemandLineRef(Depot.ORDER_LINE, line, product), new BigDecimal("7")));
        assertThat(resized.allocated()).isEqualByComparingTo("7");
        assertRefused(() -> depot.in(() -> depot.reservations.resize(
                        new DemandLineRef(Depot.ORDER_LINE, line, product), new BigDecimal("11"))))
                .isEqualTo("insufficient-stock");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("a reservation is released once, can be asked for again, and a closed one refuses to move")
    void lifeCycle() {
        depot.receive(product, "5", "5.00");
        UUID line = Ids.next();
        Reservation made = depot.reserve(line, product, "5");
        assertThat(depot.in(() -> depot.reservations.release(new DemandRef(Depot.ORDER_LINE, line), "Cancelled")))
                .isEqualTo(1);
        assertThat(depot.in(() -> depot.reservations.release(new DemandRef(Depot.ORDER_LINE, line), "Cancelled")))
                .isZero();
        Problem refused =
                refusal(() -> depot.in(() -> depot.holds.release(made.id(), new ReservationResource.Reason("Again"))));
        assertThat(refused.slug()).isEqualTo("invalid-transition");
        assertThat(refused.members()).containsEntry("from", "released").containsEntry("to", "released");
        assertRefused(() -> depot.in(() ->
                        depot.reservations.resize(new DemandLineRef(Depot.ORDER_LINE, line, product), BigDecimal.ONE)))
                .isEqualTo("invalid-transition");
        assertThat(depot.reserve(line, product, "2").status()).isEqualTo(ReservationStatus.ACTIVE);
        depot.ship(line, product, "1");
        assertThat(find(line).status()).isEqualTo(ReservationStatus.PARTIALLY_FULFILLED);
        assertThat(refusal(() -> depot.reserve(line, product, "0.5")).slug()).isEqualTo("validation-failed");
        Reservation rest = depot.in(
                () -> depot.reservations.resize(new DemandLineRef(Depot.ORDER_LINE, line, product), BigDecimal.ONE));
        assertThat(rest.status()).isEqualTo(ReservationStatus.RELEASED);
        assertThat(rest.fulfilled()).isEqualByComparingTo("1");
        assertThat(rest.released()).isEqualByComparingTo("1");
        assertThat(depot.available(product)).isEqualByComparingTo("4");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-24: nothing is reserved, and nothing shipped, for a module that is off")
    void moduleOff() {
        depot.receive(product, "5", "5.00");
        depot.neighbours.modulesOn.remove("orders");
        assertRefused(() -> depot.reserve(Ids.next(), product, "1")).isEqualTo("module-disabled");
        assertRefused(() -> depot.ship(Ids.next(), product, "1")).isEqualTo("module-disabled");
    }

    @Test
    @DisplayName("new stock goes to those who wait: by priority, then by the day it is needed, then by age")
    void backorders() {
        UUID late = Ids.next();
        UUID soon = Ids.next();
        UUID urgent = Ids.next();
        partly(late, "2");
        depot.in(() -> depot.reservations.reserve(
                Depot.order(soon, product, "2").orPartly().by(LocalDate.parse("2026-03-10"))));
        var rush = Depot.order(urgent, product, "1");
        depot.in(() -> depot.reservations.reserve(
                new ReserveCommand(rush.demand(), "ORD-1", rush.lines(), rush.scope(), true, 1, null, null)));
        depot.receive(product, "4", "4.00");
        depot.run(() -> Depot.PLATFORM.published().stream()
                .filter(event -> event.name().equals(InventoryEvents.RECEIVED))
                .filter(event -> List.of(product).equals(event.payload().get("productIds")))
                .forEach(depot.backorders::handle));
        assertThat(find(urgent).allocated()).isEqualByComparingTo("1");
        assertThat(find(soon).allocated()).isEqualByComparingTo("2");
        assertThat(find(late).allocated()).isEqualByComparingTo("1");
        Map<String, Object> told = Depot.PLATFORM.published().stream()
                .filter(event -> event.name().equals(InventoryEvents.BACKORDER_FILLED))
                .map(event -> event.payload())
                .filter(payload -> late.equals(payload.get("demandLineId")))
                .findFirst()
                .orElseThrow();
        assertThat(told).containsEntry("productId", product).containsEntry("allocated", new BigDecimal("1.000"));
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("a hold by hand lapses after the hours the organization gives it")
    void holdsLapse() {
        depot.receive(product, "5", "5.00");
        var hold = depot.in(() -> depot.holds
                .create(Wire.read(
                        "{\"productId\": \"" + product + "\", \"quantity\": 3}", ReservationResource.Input.class))
                .body());
        assertThat(hold.allocations()).hasSize(1);
        assertThat(hold.expiresAt()).isEqualTo(depot.calendar.now().plus(Duration.ofDays(3)));
        depot.in(() -> depot.expiry.run(Optional.empty()));
        assertThat(depot.available(product)).isEqualByComparingTo("2");
        depot.neighbours.clock.forward(Duration.ofDays(3));
        depot.in(() -> depot.expiry.run(Optional.empty()));
        assertThat(depot.available(product)).isEqualByComparingTo("5");
        assertThat(depot.organization.read(() -> depot.holds.get(hold.id()).status()))
                .isEqualTo(ReservationStatus.EXPIRED);
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-12: whole units, unless the product is divisible; then three decimals")
    void wholeUnits() {
        UUID cable = depot.catalog.divisible();
        depot.receive(cable, "10.125", "10.00");
        assertInvalid(() -> depot.reserve(Ids.next(), product, "1.5")).isEqualTo("/lines/0/quantity");
        assertInvalid(() -> depot.reserve(Ids.next(), cable, "1.0005")).isEqualTo("/lines/0/quantity");
        assertInvalid(() -> depot.reserve(Ids.next(), depot.catalog.untracked(), "1"))
                .isEqualTo("/lines/0/productId");
        assertInvalid(() -> depot.reserve(Ids.next(), Ids.next(), "1")).isEqualTo("/lines/0/productId");
        assertThat(depot.reserve(Ids.next(), cable, "1.125").allocated()).isEqualByComparingTo("1.125");
    }
}
