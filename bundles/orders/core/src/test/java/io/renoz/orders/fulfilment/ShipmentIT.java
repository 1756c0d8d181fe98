package io.renoz.orders.fulfilment;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static io.renoz.orders.Yard.PLATFORM;
import static io.renoz.orders.fulfilment.Bay.item;
import static io.renoz.orders.fulfilment.Bay.packed;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.orders.OrderSettings;
import io.renoz.orders.Yard.Sold;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.order.OrderView;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentIT {

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
    @DisplayName("ORD-13, ORD-14, ORD-15: two shipments take an order from picked to delivered")
    void goesAllTheWay() {
        UUID order = order(Sold.goods(3, "10.00"));
        UUID line = line(order, 1);
        bay.pick(order, item(line, 3));
        ShipmentView one = bay.pack(order, packed(line, 2));
        ShipmentView two = bay.pack(order);

        assertThat(one.shipmentNumber()).isEqualTo("SHP-2026-00001");
        assertThat(one.shipToStreet1()).isEqualTo("1 High St");
        assertThat(two.items()).singleElement().satisfies(rest -> assertThat(rest.quantity())
                .isEqualByComparingTo("1"));
        bay.ship(one.id());
        assertThat(read(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(read(order).shippedDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        bay.ship(two.id());
        assertThat(read(order).status()).isEqualTo(OrderStatus.SHIPPED);
        bay.confirm(one.id());
        assertThat(read(order).status()).isEqualTo(OrderStatus.SHIPPED);
        bay.yard.around.clock.forward(Duration.ofDays(2));
        ShipmentView last = bay.confirm(two.id());

        assertThat(last.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(last.deliveredTo()).isEqualTo("Ann");
        assertThat(read(order).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(read(order).deliveredDate()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(bay.yard.told(order))
                .containsSubsequence(
                        "orders.order.picked",
                        "orders.order.partially-shipped",
                        "orders.order.shipped",
                        "orders.order.delivered");
        assertThat(bay.yard.told(one.id()))
                .containsExactly("orders.shipment.created", "orders.shipment.shipped", "orders.shipment.delivered");
        assertThat(bay.yard.told(line)).containsExactly("orders.line.delivered", "orders.line.delivered");
    }

    @Test
    @DisplayName("ORD-11, ORD-14: without stock a shipment is made straight from confirmed, and counts as picked")
    void needsNoPickingWithoutStock() {
        UUID order = order(Sold.goods(3, "10.00"));
        ShipmentView all = bay.pack(order);
        assertRefused(() -> bay.pack(order, packed(line(order, 1), 1))).isEqualTo("over-pack");

        bay.ship(all.id());

        assertThat(first(order).qtyPicked()).isEqualByComparingTo("3");
        assertThat(first(order).qtyShipped()).isEqualByComparingTo("3");
        assertThat(read(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertRefused(() -> bay.pack(order)).isEqualTo("invalid-state");
    }

    @Test
    @DisplayName("ORD-14: with stock no more is packed than picked; shipping takes it out of stock at once")
    void takesGoodsOutOfStock() {
        UUID order = order(Sold.goods(3, "10.00"));
        UUID line = line(order, 1);
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 5);
        bay.yard.reserve(order);

        assertRefused(() -> bay.pack(order)).isEqualTo("nothing-picked");
        bay.pick(order, item(line, 2));
        assertRefused(() -> bay.pack(order, packed(line, 3))).isEqualTo("nothing-picked");
        ShipmentView two = bay.pack(order);
        bay.ship(two.id());

        assertThat(bay.yard.warehouse.allocated(line)).isEqualByComparingTo("1");
        assertThat(first(order).qtyReserved()).isEqualByComparingTo("1");
        assertThat(read(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertRefused(() -> bay.ship(two.id())).isEqualTo("invalid-transition");
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

    private List<LineSerialStatus> units(UUID order, UUID line) {
        return bay.yard.organization.read(() -> bay.units.list(order, line, ListQuery.first(10)).items().stream()
                .map(SerialResource.View::status)
                .toList());
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

    private static Patch<ShipmentInput> patch(ShipmentInput whole) {
        return Patch.whole(whole);
    }

    @Test
    @DisplayName("ORD-14, ORD-23: packing anew raises the revision of the papers, and is over once it left")
    void isPackedAnew() {
        UUID order = order(Sold.goods(3, "10.00"));
        UUID line = line(order, 1);
        ShipmentView parcel = bay.pack(order, packed(line, 1));
        ShipmentView more = bay.yard
                .organization
                .ifMatch(parcel.version())
                .call(() -> bay.shipments.update(parcel.id(), patch(withAddress(order, packed(line, 2)))));

        assertThat(more.documentRevision()).isEqualTo(1);
        assertThat(more.version()).isEqualTo(2);
        assertThat(more.items().get(0).id()).isEqualTo(parcel.items().get(0).id());
        assertThat(more.items()).singleElement().satisfies(only -> assertThat(only.quantity())
                .isEqualByComparingTo("2"));
        UUID item = more.items().get(0).id();
        var changed = bay.yard
                .organization
                .ifMatch(2)
                .call(() -> bay.items.update(
                        parcel.id(),
                        item,
                        Patch.whole(new ShipmentItemResource.Input(BigDecimal.valueOf(3), "L1", null, null, null))));
        assertThat(changed.quantity()).isEqualByComparingTo("3");
        ShipmentView now = bay.yard.organization.read(() -> bay.shipments.get(parcel.id()));
        assertThat(now.documentRevision()).isEqualTo(2);
        assertRefused(() -> bay.yard
                        .organization
                        .ifMatch(3)
                        .call(() -> bay.items.update(
                                parcel.id(),
                                item,
                                Patch.whole(new ShipmentItemResource.Input(
                                        BigDecimal.valueOf(4), null, null, null, null)))))
                .isEqualTo("over-pack");
        ShipmentView gone = bay.ship(parcel.id());
        assertRefused(() -> bay.yard
                        .organization
                        .ifMatch(gone.version())
                        .call(() -> bay.shipments.update(parcel.id(), patch(withAddress(order, packed(line, 1))))))
                .isEqualTo("invalid-transition");
    }

    private static ShipmentInput withAddress(UUID order, ShipmentInput.Item... items) {
        return new ShipmentInput(
                order,
                null,
                null,
                null,
                null,
                "Acme Pty Ltd",
                null,
                "1 High St",
                null,
                "Sydney",
                null,
                "2000",
                "AU",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(items));
    }

    @Test
    @DisplayName("ORD-14: a pending shipment is unpacked by deleting it, and its units are free again")
    void isUnpacked() {
        UUID order = order(Sold.units(1, "10.00"));
        UUID line = line(order, 1);
        bay.pick(order, item(line, 1, "A"));
        ShipmentView parcel = bay.pack(order);
        bay.yard.organization.run(() -> bay.shipments.delete(parcel.id()));
        ShipmentView again = bay.pack(order);
        bay.ship(again.id());

        assertRefused(() -> bay.yard.organization.run(() -> bay.shipments.delete(again.id())))
                .isEqualTo("invalid-transition");
        assertRefused(() -> bay.yard.organization.run(() -> bay.shipments.delete(parcel.id())))
                .isEqualTo("not-found");
    }

    @Test
    @DisplayName("ORD-14: a shipment needs somewhere to go, goods of its order, and an order that is open")
    void refusesWhatCannotBePacked() {
        UUID nowhere = bay.yard.order(OrderStatus.CONFIRMED, Sold.goods(1, "10.00"));
        UUID draft = bay.yard.addressed(bay.yard.order(OrderStatus.DRAFT, Sold.goods(1, "10.00")));
        UUID order = order(Sold.work(1, "10.00"), Sold.units(1, "10.00"));

        assertInvalid(() -> bay.pack(nowhere)).contains("/shipToStreet1", "/shipToPostcode");
        assertRefused(() -> bay.pack(draft)).isEqualTo("invalid-state");
        assertInvalid(() -> bay.pack(order, packed(line(order, 1), 1))).isEqualTo("/items/0/orderLineItemId");
        assertInvalid(() -> bay.pack(order, packed(line(draft, 1), 1))).isEqualTo("/items/0/orderLineItemId");
        assertRefused(() -> bay.pack(order, packed(line(order, 2), 1))).isEqualTo("serial-required");
        assertInvalid(() -> bay.pack(UUID.randomUUID())).isEqualTo("/orderId");
    }

    @Test
    @DisplayName("ORD-22: the first shipment brings the invoice about where the organization wants that")
    void invoicesWhenItShips() {
        bay.yard.around.set(OrderSettings.INVOICE_ON, "ship");
        UUID order = order(Sold.goods(2, "10.00"));
        ShipmentView parcel = bay.pack(order, packed(line(order, 1), 1));
        bay.ship(parcel.id());

        assertThat(read(order).invoiceNumber()).isEqualTo("INV-2026-00001");
    }

    @Test
    @DisplayName("ORD-16: giving up takes waiting shipments, units, picks and reservations back, and leaves what left")
    void givesUpWhatIsHere() {
        UUID order = order(Sold.goods(3, "10.00"), Sold.units(1, "10.00"));
        UUID line = line(order, 1);
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 3).with(bay.yard.productOf(order, 2), 1);
        bay.yard.reserve(order);
        bay.pick(order, item(line, 2), item(line(order, 2), 1, "A"));
        ShipmentView gone = bay.pack(order, packed(line, 1));
        bay.ship(gone.id());
        ShipmentView waiting = bay.pack(order, packed(line, 1));

        bay.yard.organization.run(() -> {
            bay.withdrawal.withdraw(bay.yard.books.lock(order), "No longer wanted");
            io.renoz.orders.Yard.TABLES.flush();
        });

        assertThat(first(order).qtyPicked()).isEqualByComparingTo("1");
        assertThat(first(order).qtyShipped()).isEqualByComparingTo("1");
        assertThat(units(order, line(order, 2))).isEmpty();
        assertThat(bay.yard
                        .organization
                        .read(() -> bay.shipments.get(waiting.id()))
                        .status())
                .isEqualTo(ShipmentStatus.FAILED);
        assertThat(bay.yard.warehouse.free.get(product)).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("ORD-14: picking, packing and shipping twenty lines costs no more statements a line than a batch does")
    void doesNotAskForEachLine() {
        long few = statements(2);
        long many = statements(20);

        assertThat(many - few)
                .as("statements: %d for 2 lines, %d for 20", few, many)
                .isLessThanOrEqualTo(2);
    }

    private long statements(int lines) {
        var sold = new Sold[lines];
        java.util.Arrays.fill(sold, Sold.goods(1, "1.00"));
        UUID order = order(sold);
        PickItem[] all =
                read(order).lines().stream().map(line -> item(line.id(), 1)).toArray(PickItem[]::new);
        long before = PLATFORM.statements();
        bay.pick(order, all);
        UUID shipment = bay.pack(order).id();
        bay.ship(shipment);
        bay.confirm(shipment);
        long sent = PLATFORM.statements() - before;
        System.getLogger("statements").log(System.Logger.Level.INFO, "pick to delivery of {0} lines: {1}", lines, sent);
        return sent;
    }
}
