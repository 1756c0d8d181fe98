package io.renoz.inventory.transfer;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.assertRefused;
import static io.renoz.inventory.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.inventory.Depot;
import io.renoz.inventory.Together;
import io.renoz.inventory.Wire;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.ValuationScope;
import io.renoz.inventory.transfer.TransferBodies.Arrival;
import io.renoz.inventory.transfer.TransferBodies.Input;
import io.renoz.inventory.transfer.TransferBodies.View;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransferIT {

    private final Depot depot = new Depot();
    private final UUID product = depot.catalog.pieces();
    private final UUID shop = depot.location("SHOP", "");

    private View draft(String items) {
        return depot.in(() -> depot.transfers
                .create(Wire.read(
                        "{\"fromLocationId\": \"%s\", \"toLocationId\": \"%s\", \"items\": [%s]}"
                                .formatted(depot.main, shop, items),
                        Input.class))
                .body());
    }

    private String item(String quantity, String more) {
        return "{\"productId\": \"%s\", \"quantity\": %s%s}".formatted(product, quantity, more);
    }

    private View receive(UUID id, String json) {
        return depot.in(() -> depot.transfers.receive(id, Wire.read(json.isEmpty() ? "{}" : json, Arrival.class)));
    }

    private BigDecimal value() {
        return depot.organization.read(
                () -> depot.valuation.valueAt(depot.calendar.today(), ValuationScope.everything()));
    }

    @Test
    @DisplayName("INV-27: goods go into transit, arrive in part, the rest is lost at its layer cost")
    void twoSteps() {
        depot.receive(product, "3", "10.00");
        View made = draft(item("3", ""));
        assertThat(made.transferNumber()).startsWith("NO-");
        assertThat(made.items().get(0).lineNumber()).isEqualTo(1);
        View shipped = depot.in(() -> depot.transfers.ship(made.id()));
        assertThat(shipped.status()).isEqualTo(TransferStatus.IN_TRANSIT);
        assertThat(shipped.items().get(0).quantityShipped()).isEqualByComparingTo("3");
        assertThat(depot.available(product)).isEqualByComparingTo("0");
        assertThat(value()).isEqualByComparingTo("10.00");
        assertRefused(() -> depot.run(depot.lifecycle::beforeDisable)).isEqualTo("reference-in-use");
        UUID line = shipped.items().get(0).id();
        assertInvalid(() ->
                        receive(made.id(), "{\"lines\": [{\"itemId\": \"" + line + "\", \"quantityReceived\": 4}]}"))
                .isEqualTo("/lines/0/quantityReceived");
        View part = receive(made.id(), "{\"lines\": [{\"itemId\": \"" + line + "\", \"quantityReceived\": 2}]}");
        assertThat(part.status()).isEqualTo(TransferStatus.PARTIALLY_RECEIVED);
        assertThat(value()).isEqualByComparingTo("10.00");
        assertRefused(() -> depot.in(() -> depot.transfers.cancel(made.id(), new TransferBodies.Reason(null))))
                .isEqualTo("invalid-transition");
        View all = receive(made.id(), "{\"lines\": [{\"itemId\": \"" + line + "\", \"quantityLost\": 1}]}");
        assertThat(all.status()).isEqualTo(TransferStatus.RECEIVED);
        assertThat(value()).isEqualByComparingTo("6.67");
        assertThat(depot.available(product)).isEqualByComparingTo("2");
        depot.run(depot.lifecycle::beforeDisable);
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-27: a transfer that is cancelled in transit returns everything to its source")
    void recalled() {
        UUID bin = depot.bin(depot.main, "B", "");
        depot.receive(product, "2", "10.00");
        depot.act(depot.stock::move, io.renoz.inventory.posting.StockBodies.Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1}]}
                """.formatted(
                        product, depot.mainRoot, bin));
        View made = draft(item("2", ""));
        depot.in(() -> depot.transfers.ship(made.id()));
        assertThat(depot.in(() -> depot.transfers.cancel(made.id(), new TransferBodies.Reason("Road closed")))
                        .status())
                .isEqualTo(TransferStatus.CANCELLED);
        assertThat(depot.of(product))
                .filteredOn(balance -> balance.locationId().equals(depot.main))
                .extracting(balance -> balance.quantityOnHand().intValue())
                .containsExactly(1, 1);
        assertThat(value()).isEqualByComparingTo("10.00");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("every act in a wrong state is refused with the states")
    void wrongStates() {
        depot.receive(product, "2", "10.00");
        View made = draft(item("1", ""));
        Problem early = refusal(() -> receive(made.id(), ""));
        assertThat(early.slug()).isEqualTo("invalid-transition");
        assertThat(early.members()).containsEntry("from", "draft").containsEntry("to", "received");
        depot.in(() -> depot.transfers.ship(made.id()));
        assertRefused(() -> depot.in(() -> depot.transfers.ship(made.id()))).isEqualTo("invalid-transition");
        assertRefused(() -> depot.run(() -> depot.transfers.delete(made.id()))).isEqualTo("invalid-transition");
        assertRefused(() -> depot.organization
                        .ifMatch(2)
                        .call(() -> depot.transfers.update(made.id(), Wire.patch("{\"carrier\": \"X\"}", Input.class))))
                .isEqualTo("invalid-transition");
        receive(made.id(), "");
        assertRefused(() -> receive(made.id(), "")).isEqualTo("invalid-transition");
        assertRefused(() -> depot.in(() -> depot.transfers.cancel(made.id(), new TransferBodies.Reason(null))))
                .isEqualTo("invalid-transition");
        View more = draft(item("9", ""));
        assertRefused(() -> depot.in(() -> depot.transfers.ship(more.id()))).isEqualTo("insufficient-stock");
        depot.run(() -> depot.transfers.delete(more.id()));
        assertInvalid(() -> draft(item("1.5", ""))).isEqualTo("/items/0/quantity");
    }

    @Test
    @DisplayName("INV-11, INV-27: units travel with their transfer")
    void units() {
        UUID device = depot.catalog.serialized();
        depot.receive(device, "3", "30.00", "1-3");
        String line =
                "{\"productId\": \"%s\", \"quantity\": 3, \"serialNumbers\": [\"1\", \"2\", \"3\"]}".formatted(device);
        View made = draft(line);
        View shipped = depot.in(() -> depot.transfers.ship(made.id()));
        assertThat(depot.contradictions()).isEmpty();
        assertRefused(() -> depot.ship(UUID.randomUUID(), device, "1", "1")).isEqualTo("serial-conflict");
        UUID id = shipped.items().get(0).id();
        receive(made.id(), """
                {"lines": [{"itemId": "%s", "quantityReceived": 1, "quantityLost": 1, "serialNumbers": ["2"], "lostSerialNumbers": ["3"]}]}
                """.formatted(id));
        assertThat(depot.contradictions()).isEmpty();
        receive(made.id(), "");
        assertThat(depot.organization
                        .read(() -> depot.registry.find("3"))
                        .get(0)
                        .status())
                .isEqualTo(SerializedItemStatus.SCRAPPED);
        depot.ship(UUID.randomUUID(), device, "2", "1", "2");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-22: a technician transfers from the own vehicle only")
    void technicians() {
        UUID tech = depot.users.hired();
        UUID van = depot.location("VAN", "\"locationType\": \"vehicle\", \"assignedUserId\": \"" + tech + "\"");
        Organization acting = depot.organization.as(tech, "inventory.read", "inventory.transfer_own");
        String json = "{\"fromLocationId\": \"%s\", \"toLocationId\": \"%s\"}";
        assertRefused(() -> acting.call(
                        () -> depot.transfers.create(Wire.read(json.formatted(depot.main, van), Input.class))))
                .isEqualTo("forbidden");
        acting.call(() -> depot.transfers.create(Wire.read(json.formatted(van, depot.main), Input.class)));
        Organization seller = depot.users.acting("inventory.read", "inventory.reserve");
        assertRefused(() -> seller.call(
                        () -> depot.transfers.create(Wire.read(json.formatted(van, depot.main), Input.class))))
                .isEqualTo("forbidden");
    }

    @Test
    @DisplayName("INV-27: 16 clients ship, receive and recall at once, and value and goods add up")
    void races() throws Exception {
        depot.receive(product, "10", "33.33");
        List<UUID> made =
                IntStream.range(0, 16).mapToObj(i -> draft(item("1", "")).id()).toList();
        Together.run(made.stream()
                .<Callable<?>>map(id -> () -> {
                    depot.in(() -> depot.transfers.ship(id));
                    return id.hashCode() % 2 == 0
                            ? receive(id, "")
                            : depot.in(() -> depot.transfers.cancel(id, new TransferBodies.Reason(null)));
                })
                .toArray(Callable<?>[]::new));
        assertThat(value()).isEqualByComparingTo("33.33");
        assertThat(depot.available(product)).isEqualByComparingTo("10");
        assertThat(depot.contradictions()).isEmpty();
    }
}
