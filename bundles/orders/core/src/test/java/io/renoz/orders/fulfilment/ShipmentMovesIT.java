package io.renoz.orders.fulfilment;

import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static io.renoz.orders.fulfilment.Bay.item;
import static io.renoz.orders.fulfilment.Bay.packed;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.orders.Yard.Sold;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.order.OrderView;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentMovesIT {

    private final Bay bay = new Bay();

    private UUID order(Sold... lines) {
        return bay.yard.addressed(bay.yard.order(OrderStatus.CONFIRMED, lines));
    }

    private UUID line(UUID order, int at) {
        return bay.yard.line(order, at);
    }

    private OrderView read(UUID order) {
        return bay.yard.read(order);
    }

    private OrderView.Line first(UUID order) {
        return read(order).lines().get(0);
    }

    @Test
    @DisplayName("ORD-15: a failed delivery is picked again and held in stock, and can be shipped again")
    void shipsAgainAfterAFailure() {
        UUID order = order(Sold.units(2, "10.00"));
        UUID line = line(order, 1);
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 2);
        bay.yard.reserve(order);
        bay.pick(order, item(line, 2, "A", "B"));
        ShipmentView shipment = bay.pack(order);
        bay.ship(shipment.id());
        assertThat(units(order, line)).containsOnly(LineSerialStatus.SHIPPED);

        ShipmentView failed = bay.move(shipment.id(), ShipmentStatus.FAILED);

        assertThat(failed.failureReason()).isEqualTo("Nobody home");
        assertThat(read(order).status()).isEqualTo(OrderStatus.PICKED);
        assertThat(read(order).shippedDate()).isNull();
        assertThat(first(order).qtyShipped()).isEqualByComparingTo("0");
        assertThat(bay.yard.warehouse.allocated(line)).isEqualByComparingTo("2");
        assertThat(units(order, line)).containsOnly(LineSerialStatus.ALLOCATED);
        bay.ship(shipment.id());
        bay.move(shipment.id(), ShipmentStatus.OUT_FOR_DELIVERY);
        bay.confirm(shipment.id());
        assertThat(units(order, line)).containsOnly(LineSerialStatus.DELIVERED);
        assertThat(bay.yard.warehouse.allocated(line)).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("ORD-15: what comes back is not picked any more and waits in quarantine, also after a failure")
    void quarantinesWhatComesBack() {
        UUID order = order(Sold.goods(2, "10.00"));
        UUID line = line(order, 1);
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 2);
        bay.yard.reserve(order);
        bay.pick(order, item(line, 2));
        ShipmentView one = bay.pack(order, packed(line, 1));
        ShipmentView two = bay.pack(order, packed(line, 1));
        bay.ship(one.id());
        bay.ship(two.id());

        bay.move(one.id(), ShipmentStatus.RETURNED);
        bay.move(two.id(), ShipmentStatus.FAILED);
        bay.move(two.id(), ShipmentStatus.RETURNED);

        assertThat(first(order).qtyPicked()).isEqualByComparingTo("0");
        assertThat(first(order).qtyShipped()).isEqualByComparingTo("0");
        assertThat(bay.yard.warehouse.quarantined.get(product)).isEqualByComparingTo("2");
        assertThat(bay.yard.warehouse.allocated(line)).isEqualByComparingTo("0");
        assertThat(read(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        bay.yard.warehouse.with(product, 5);
        bay.yard.reserve(order);
        assertThat(first(order).qtyReserved()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("ORD-15: a failed shipment whose goods were packed anew neither leaves nor comes back")
    void doesNotShipTwice() {
        UUID order = order(Sold.goods(2, "10.00"));
        ShipmentView first = bay.pack(order);
        bay.ship(first.id());
        bay.move(first.id(), ShipmentStatus.FAILED);
        ShipmentView second = bay.pack(order);

        assertRefused(() -> bay.ship(first.id())).isEqualTo("over-pack");
        assertRefused(() -> bay.move(first.id(), ShipmentStatus.RETURNED)).isEqualTo("invalid-transition");
        bay.ship(second.id());
        assertThat(first(order).qtyShipped()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("ORD-15: reopening undoes a delivery, not after 30 days and not once something was returned")
    void reopensADelivery() {
        UUID order = order(Sold.units(1, "10.00"), Sold.goods(2, "5.00"));
        UUID line = line(order, 1);
        ShipmentView parcel = bay.pack(order, packed(line, 1, "A"), packed(line(order, 2), 2));
        bay.ship(parcel.id());
        bay.confirm(parcel.id());

        ShipmentView reopened = bay.reopen(parcel.id());

        assertThat(reopened.status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(reopened.deliveredAt()).isNull();
        assertThat(read(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(read(order).deliveredDate()).isNull();
        assertThat(units(order, line)).containsOnly(LineSerialStatus.SHIPPED);
        bay.confirm(parcel.id());
        bay.yard.around.clock.forward(Duration.ofDays(30).plusSeconds(1));
        assertRefused(() -> bay.reopen(parcel.id())).isEqualTo("invalid-transition");
        bay.yard.around.clock.forward(Duration.ofDays(-1));
        bay.yard.organization.run(() -> bay.acts.recordReturn(
                line, BigDecimal.ONE, List.of("a"), new SourceRef("support.return_line", UUID.randomUUID())));
        assertRefused(() -> bay.reopen(parcel.id())).isEqualTo("invalid-transition");
        assertThat(units(order, line)).containsOnly(LineSerialStatus.RETURNED);
    }

    @ParameterizedTest
    @EnumSource(ShipmentStatus.class)
    @DisplayName("ORD-14, ORD-15: a move that is not listed is refused with both states, and changes nothing")
    void refusesOtherMoves(ShipmentStatus from) {
        UUID order = order(Sold.goods(1, "10.00"));
        UUID id = bay.pack(order).id();
        bring(id, from);
        List<ShipmentStatus> moves =
                switch (from) {
                    case PENDING ->
                        List.of(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.RETURNED, ShipmentStatus.PENDING);
                    case IN_TRANSIT ->
                        List.of(ShipmentStatus.PENDING, ShipmentStatus.IN_TRANSIT, ShipmentStatus.DELIVERED);
                    case OUT_FOR_DELIVERY -> List.of(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.PENDING);
                    case DELIVERED, RETURNED -> List.of(ShipmentStatus.values());
                    case FAILED ->
                        List.of(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.FAILED, ShipmentStatus.PENDING);
                };

        for (ShipmentStatus to : moves) {
            Problem refused = refusal(() -> bay.move(id, to));
            assertThat(refused.slug()).isEqualTo("invalid-transition");
            assertThat(refused.members()).containsKeys("from", "to");
        }
        if (from != ShipmentStatus.IN_TRANSIT && from != ShipmentStatus.OUT_FOR_DELIVERY) {
            assertRefused(() -> bay.confirm(id)).isEqualTo("invalid-transition");
        }
        if (from != ShipmentStatus.PENDING && from != ShipmentStatus.FAILED) {
            assertRefused(() -> bay.ship(id)).isEqualTo("invalid-transition");
        }
        if (from != ShipmentStatus.DELIVERED) {
            assertRefused(() -> bay.reopen(id)).isEqualTo("invalid-transition");
        }
        assertThat(bay.yard.organization.read(() -> bay.shipments.get(id)).status())
                .isEqualTo(from);
    }

    private void bring(UUID id, ShipmentStatus to) {
        if (to != ShipmentStatus.PENDING) {
            bay.ship(id);
        }
        if (to == ShipmentStatus.DELIVERED) {
            bay.confirm(id);
        } else if (to != ShipmentStatus.PENDING && to != ShipmentStatus.IN_TRANSIT) {
            bay.move(id, to);
        }
    }

    private List<LineSerialStatus> units(UUID order, UUID line) {
        return bay.yard.organization.read(() -> bay.units.list(order, line, ListQuery.first(10)).items().stream()
                .map(SerialResource.View::status)
                .toList());
    }
}
