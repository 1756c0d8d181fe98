package io.renoz.inventory.serial;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.assertRefused;
import static io.renoz.inventory.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.inventory.Depot;
import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.SerialEvent;
import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.posting.StockBodies;
import io.renoz.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SerialIT {

    private final Depot depot = new Depot();
    private final UUID product = depot.catalog.serialized();

    private SerialInfo unit(String serial) {
        return depot.organization.read(() -> depot.registry.find(serial)).get(0);
    }

    @Test
    @DisplayName("INV-10: exactly one serial a unit, unique for the product, and the refusal names serial and place")
    void oneASerial() {
        depot.receive(product, "2", "20.00", "sn1 ", "SN2");
        assertThat(unit("SN1").status()).isEqualTo(SerializedItemStatus.AVAILABLE);
        Problem conflict = refusal(() -> depot.receive(product, "1", "10.00", "Sn2"));
        assertThat(conflict.slug()).isEqualTo("serial-conflict");
        assertThat(conflict.members()).containsEntry("serial", "SN2").containsKey("inventoryId");
        assertInvalid(() -> depot.receive(product, "2", "20.00", "SN3")).isEqualTo("/lines/0/serials");
        assertInvalid(() -> depot.receive(product, "1.5", "20.00", "SN3")).isEqualTo("/lines/0/quantity");
        assertInvalid(() -> depot.receive(depot.catalog.pieces(), "1", "1.00", "SN3"))
                .isEqualTo("/lines/0/serials");
        depot.receive(depot.catalog.serialized(), "1", "10.00", "SN2");
        assertThat(depot.organization.read(() -> depot.registry.find(" sn2"))).hasSize(2);
    }

    @Test
    @DisplayName("INV-11: on hand is the number of serials, through receipt, move, condition, shipment and reversal")
    void countsAgree() {
        UUID bin = depot.bin(depot.main, "B", "");
        depot.receive(product, "5", "50.00", "1-5");
        depot.act(depot.stock::move, StockBodies.Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 2,
                 "serialNumbers": ["1,3"]}]}
                """.formatted(product, depot.mainRoot, bin));
        depot.act(depot.stock::changeStatus, StockBodies.StatusChange.class, """
                {"lines": [{"productId": "%s", "warehouseLocationId": "%s", "fromStatus": "available", "toStatus": "damaged",
                 "quantity": 1, "serialNumbers": ["2"]}]}
                """.formatted(product, depot.mainRoot));
        UUID line = Ids.next();
        Posting shipment = depot.ship(line, product, "2", "3", "4");
        assertThat(unit("3").status()).isEqualTo(SerializedItemStatus.SHIPPED);
        assertThat(unit("3").orderLineItemId()).isEqualTo(line);
        assertThat(depot.organization.read(() -> depot.registry.wasShippedOn(line, "3")))
                .isTrue();
        assertThat(depot.organization.read(() -> depot.registry.wasShippedOn(line, "5")))
                .isFalse();
        assertThat(depot.contradictions()).isEmpty();
        depot.in(() -> depot.postings.reverse(shipment.id(), "Came back at once"));
        assertThat(unit("3").status()).isEqualTo(SerializedItemStatus.AVAILABLE);
        assertThat(depot.organization.read(() -> depot.registry.wasShippedOn(line, "3")))
                .isFalse();
        assertThat(depot.contradictions()).isEmpty();
        assertRefused(() -> depot.ship(Ids.next(), product, "1", "2")).isEqualTo("serial-conflict");
        assertRefused(() -> depot.ship(Ids.next(), product, "1", "99")).isEqualTo("serial-conflict");
        assertInvalid(() -> depot.ship(Ids.next(), product, "1")).isEqualTo("/lines/0/serials");
    }

    @Test
    @DisplayName("units are chosen for a line, nobody else gets them, and given back with it")
    void choosing() {
        UUID bin = depot.bin(depot.main, "B", "\"pickSequence\": 9");
        depot.receive(product, "3", "30.00", "A", "B", "C");
        depot.act(depot.stock::move, StockBodies.Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1,
                 "serialNumbers": ["C"]}]}
                """.formatted(product, depot.mainRoot, bin));
        UUID mine = Ids.next();
        UUID other = Ids.next();
        depot.reserve(mine, product, "1");
        depot.reserve(other, product, "1");
        var line = new DemandLineRef(Depot.ORDER_LINE, mine, product);
        assertThat(depot.in(() -> depot.reservations.allocateSerials(line, List.of("a")))
                        .get(0)
                        .status())
                .isEqualTo(SerializedItemStatus.ALLOCATED);
        depot.in(() -> depot.reservations.allocateSerials(line, List.of("a")));
        assertThat(refusal(() -> depot.in(() -> depot.reservations.allocateSerials(line, List.of("B"))))
                        .slug())
                .isEqualTo("validation-failed");
        var others = new DemandLineRef(Depot.ORDER_LINE, other, product);
        assertRefused(() -> depot.in(() -> depot.reservations.allocateSerials(others, List.of("A"))))
                .isEqualTo("serial-conflict");
        assertRefused(() -> depot.ship(other, product, "1", "A")).isEqualTo("serial-conflict");
        depot.in(() -> depot.reservations.allocateSerials(others, List.of("C")));
        assertThat(depot.contradictions()).isEmpty();
        depot.in(() -> depot.reservations.release(new DemandRef(Depot.ORDER_LINE, other), "Cancelled"));
        assertThat(unit("C").status()).isEqualTo(SerializedItemStatus.AVAILABLE);
        depot.run(() -> depot.reservations.releaseSerials(line, List.of("A")));
        assertThat(unit("A").status()).isEqualTo(SerializedItemStatus.AVAILABLE);
        depot.ship(mine, product, "1", "B");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("the story of a unit is told in order, and others add to it")
    void story() {
        depot.receive(product, "1", "10.00", "X1");
        depot.ship(Ids.next(), product, "1", "X1");
        UUID id = unit("x1").id();
        UUID job = Ids.next();
        depot.in(() -> depot.registry.markInstalled("x1", product, job, Ids.next()));
        depot.in(() -> depot.registry.markInstalled("x1", product, job, Ids.next()));
        assertRefused(() -> depot.in(() -> depot.registry.markInstalled("x1", product, Ids.next(), Ids.next())))
                .isEqualTo("serial-conflict");
        depot.run(() -> depot.registry.recordEvent(
                id,
                SerialEvent.of(SerializedItemEventType.WARRANTY_REGISTERED, "warranty.warranty", Ids.next(), null)));
        assertThat(depot.organization.read(() -> depot.registry.history(id)))
                .extracting(SerialEvent::type)
                .containsExactly(
                        SerializedItemEventType.RECEIVED,
                        SerializedItemEventType.SHIPPED,
                        SerializedItemEventType.INSTALLED,
                        SerializedItemEventType.WARRANTY_REGISTERED);
        assertThat(depot.organization.read(() -> depot.serials.lookup("x1 ").items()))
                .hasSize(1);
        assertRefused(() -> depot.organization.read(() -> depot.serials.lookup("nobody")))
                .isEqualTo("not-found");
    }
}
