package io.renoz.inventory.alert;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.inventory.Depot;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Wire;
import io.renoz.inventory.posting.StockBodies;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AlertIT {

    private final Depot depot = new Depot();

    private UUID alert(String type, String more) {
        String json = "{\"name\": \"Watch\", \"alertType\": \"" + type + "\"" + more + "}";
        return depot.in(() -> depot.alerts
                .create(Wire.read(json, AlertResource.Input.class))
                .body()
                .id());
    }

    private void scan() {
        Optional<String> next = Optional.empty();
        do {
            Optional<String> from = next;
            next = depot.in(() -> depot.scan.run(from));
        } while (next.isPresent());
    }

    private List<AlertEventResource.View> events() {
        var query = new ListQuery(50, Optional.empty(), Optional.of("id"), Map.of(), false);
        return depot.organization.read(() -> depot.alertEvents.list(query).items());
    }

    @Test
    @DisplayName("INV-19: low stock fires once at the reorder point, tells people, and resolves itself")
    void lowStock() {
        UUID watched = depot.catalog.add(false, false, true, null, "5");
        UUID free = depot.catalog.pieces();
        alert("low_stock", "");
        depot.receive(watched, "6", "6.00");
        depot.receive(free, "1", "1.00");
        scan();
        assertThat(events()).isEmpty();
        depot.reserve(Ids.next(), watched, "1");
        depot.run(() -> Depot.PLATFORM.published().stream()
                .filter(event -> event.name().equals(InventoryEvents.RESERVED))
                .filter(event -> List.of(watched).equals(event.payload().get("productIds")))
                .forEach(depot.scan::handle));
        scan();
        assertThat(events()).hasSize(1);
        assertThat(events().get(0).measuredValue()).isEqualByComparingTo("5");
        assertThat(events().get(0).message()).isEqualTo("Low stock: 5 available, reorder at 5.");
        assertThat(depot.notifications.requests).hasSize(1);
        depot.receive(watched, "1", "1.00");
        scan();
        assertThat(events().get(0).status()).isEqualTo(AlertEventStatus.RESOLVED);
    }

    @Test
    @DisplayName("INV-19: out of stock, overstock, expiry and slow movers")
    void others() {
        UUID product = depot.catalog.pieces();
        alert("out_of_stock", "");
        alert("overstock", ", \"maxQuantity\": 10");
        alert("expiry", ", \"daysBeforeExpiry\": 30");
        alert("slow_moving", ", \"daysWithoutMovement\": 30");
        assertInvalid(() -> alert("overstock", "")).isEqualTo("/maxQuantity");
        depot.act(depot.stock::receive, StockBodies.Receipt.class, """
                {"lines": [{"productId": "%s", "quantity": 11, "unitCost": 1, "lotNumber": "L1", "expiryDate": "2026-03-30"}]}
                """.formatted(product));
        scan();
        assertThat(events())
                .extracting(AlertEventResource.View::message)
                .containsExactlyInAnyOrder("Too much stock: 11 on hand, at most 10 wanted.", "Expires in 28 days.");
        depot.ship(Ids.next(), product, "11");
        scan();
        assertThat(events())
                .filteredOn(event -> event.status() == AlertEventStatus.OPEN)
                .extracting(AlertEventResource.View::message)
                .containsExactly("Out of stock.");
    }

    @Test
    @DisplayName("INV-19: what idles, or strays from its forecast")
    void judged() {
        var slow = new InventoryAlert();
        slow.alertType = InventoryAlertType.SLOW_MOVING;
        slow.daysWithoutMovement = 30;
        var idle = new Conditions.Figures(Ids.next(), BigDecimal.ONE, BigDecimal.ONE, true, 30);
        assertThat(Conditions.judge(slow, idle, BigDecimal.ZERO)).isPresent();
        var busy = new Conditions.Figures(Ids.next(), BigDecimal.ONE, BigDecimal.ONE, true, 29);
        assertThat(Conditions.judge(slow, busy, BigDecimal.ZERO)).isEmpty();
        assertThat(Conditions.deviation(new BigDecimal("8"), new BigDecimal("12")))
                .isEqualByComparingTo("50");
    }

    @Test
    @DisplayName(
            "an alert is acknowledged once and resolved once; the refusals name the states; nobody's are escalated")
    void lifeCycle() {
        UUID chief = depot.users.hired();
        UUID product = depot.catalog.pieces();
        depot.receive(product, "1", "1.00");
        alert("low_stock", ", \"minQuantity\": 3, \"escalationUserId\": \"" + chief + "\", \"escalateAfterHours\": 2");
        scan();
        UUID event = events().get(0).id();
        depot.neighbours.clock.forward(Duration.ofHours(2));
        scan();
        assertThat(depot.notifications.requests).hasSize(2);
        assertThat(depot.notifications.requests.get(1).users()).containsExactly(chief);
        depot.in(() -> depot.alertEvents.acknowledge(event));
        Problem again = refusal(() -> depot.in(() -> depot.alertEvents.acknowledge(event)));
        assertThat(again.slug()).isEqualTo("invalid-transition");
        assertThat(again.members()).containsEntry("from", "acknowledged").containsEntry("to", "acknowledged");
        depot.in(() -> depot.alertEvents.resolve(event));
        assertThat(refusal(() -> depot.in(() -> depot.alertEvents.resolve(event)))
                        .slug())
                .isEqualTo("invalid-transition");
    }
}
