package io.renoz.orders.fulfilment;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static io.renoz.orders.fulfilment.Bay.item;
import static io.renoz.orders.fulfilment.Bay.packed;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.orders.Together;
import io.renoz.orders.Yard.Sold;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PickStatus;
import io.renoz.orders.order.OrderView;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PickingIT {

    private final Bay bay = new Bay();

    private UUID order(Sold... lines) {
        return bay.yard.addressed(bay.yard.order(OrderStatus.CONFIRMED, lines));
    }

    private UUID line(UUID order, int at) {
        return bay.yard.line(order, at);
    }

    @Test
    @DisplayName("ORD-12, ORD-13: some picked is picking, all picked is picked, unpicked is confirmed again")
    void followsWhatIsPicked() {
        UUID order = order(Sold.goods(3, "10.00"), Sold.work(1, "50.00"));
        UUID line = line(order, 1);

        OrderView some = bay.pick(order, item(line, 1));
        OrderView all = bay.pick(order, item(line, 2));
        OrderView none = bay.unpick(order, item(line, 3));

        assertThat(some.status()).isEqualTo(OrderStatus.PICKING);
        assertThat(some.lines().get(0).pickStatus()).isEqualTo(PickStatus.PICKING);
        assertThat(some.lines().get(0).pickedAt()).isEqualTo(bay.yard.around.clock.instant());
        assertThat(all.status()).isEqualTo(OrderStatus.PICKED);
        assertThat(all.lines().get(0).pickStatus()).isEqualTo(PickStatus.PICKED);
        assertThat(none.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(none.lines().get(0).pickStatus()).isEqualTo(PickStatus.NOT_PICKED);
        assertThat(bay.yard.told(order)).containsOnlyOnce("orders.order.picked");
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"DRAFT", "CANCELLED", "SHIPPED", "DELIVERED"})
    @DisplayName("ORD-12: nothing is picked in any other state")
    void picksOpenOrdersOnly(OrderStatus status) {
        UUID order = bay.yard.order(status, Sold.goods(1, "10.00"));

        Problem refused = refusal(() -> bay.pick(order, item(line(order, 1), 1)));

        assertThat(refused.slug()).isEqualTo("invalid-transition");
        assertThat(refused.members()).containsKeys("from", "to");
    }

    @Test
    @DisplayName("ORD-12: over-pick, work and other orders' lines refuse the whole call")
    void refusesTheWholeCall() {
        UUID order = order(Sold.goods(3, "10.00"), Sold.work(1, "50.00"));
        UUID other = order(Sold.goods(3, "10.00"));
        UUID line = line(order, 1);

        Problem over = refusal(() -> bay.pick(order, item(line, 2), item(line, 2)));
        assertThat(over.slug()).isEqualTo("over-pick");
        assertThat(over.errors().get(0).pointer()).isEqualTo("/items/1/quantity");
        assertInvalid(() -> bay.pick(order, item(line, 1), item(line(order, 2), 1)))
                .isEqualTo("/items/1/orderLineItemId");
        assertInvalid(() -> bay.pick(order, item(line(other, 1), 1))).isEqualTo("/items/0/orderLineItemId");
        assertInvalid(() -> bay.pick(order, new PickItem(line, new BigDecimal("0.5"), null)))
                .isEqualTo("/items/0/quantity");
        assertRefused(() -> bay.unpick(order, item(line, 1))).isEqualTo("under-pick");
        assertThat(bay.yard.read(order).lines().get(0).qtyPicked()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("ORD-12: goods with serial numbers need exactly as many as units, distinct and free")
    void needsSerials() {
        UUID order = order(Sold.units(3, "10.00"));
        UUID line = line(order, 1);

        assertRefused(() -> bay.pick(order, item(line, 2, "A"))).isEqualTo("serial-required");
        assertRefused(() -> bay.pick(order, item(line, 2, "A", " "))).isEqualTo("serial-required");
        assertRefused(() -> bay.pick(order, item(line, 2, "A", " a "))).isEqualTo("serial-duplicate");
        bay.pick(order, item(line, 2, "a", "B"));
        assertRefused(() -> bay.pick(order, item(line, 1, "A"))).isEqualTo("serial-unavailable");

        var units = bay.yard.organization.read(
                () -> bay.units.list(order, line, ListQuery.first(10)).items());
        assertThat(units).extracting(SerialResource.View::serialNumber).containsExactlyInAnyOrder("A", "B");
        assertThat(units).extracting(SerialResource.View::status).containsOnly(LineSerialStatus.ALLOCATED);
        assertRefused(() -> bay.unpick(order, item(line, 1, "C"))).isEqualTo("serial-not-allocated");
        assertRefused(() -> bay.unpick(order, item(line, 1))).isEqualTo("serial-required");
        bay.unpick(order, item(line, 1, "A"));
        bay.pick(order, item(line, 1, "A"));
        UUID plain = order(Sold.goods(1, "10.00"));
        assertInvalid(() -> bay.pick(plain, item(line(plain, 1), 1, "A"))).isEqualTo("/items/0/serialNumbers");
    }

    @Test
    @DisplayName("ORD-12: of sixteen who want the same unit one gets it; two pickers never pick too much")
    void givesAUnitOnce() throws Exception {
        UUID order = order(Sold.units(16, "10.00"));
        UUID line = line(order, 1);
        UUID goods = order(Sold.goods(5, "10.00"));
        UUID goodsLine = line(goods, 1);
        List<Callable<OrderView>> works = IntStream.range(0, 16)
                .<Callable<OrderView>>mapToObj(i -> i % 2 == 0
                        ? () -> bay.pick(order, item(line, 1, "SAME"))
                        : () -> bay.pick(goods, item(goodsLine, 2)))
                .toList();

        Together.run(works);

        assertThat(bay.yard.read(order).lines().get(0).qtyPicked()).isEqualByComparingTo("1");
        assertThat(bay.yard.read(goods).lines().get(0).qtyPicked()).isEqualByComparingTo("4");
    }

    @Test
    @DisplayName("ORD-12: what lies in a shipment is not put back")
    void leavesShipmentsAlone() {
        UUID order = order(Sold.goods(3, "10.00"));
        UUID line = line(order, 1);
        bay.pick(order, item(line, 3));
        bay.pack(order, packed(line, 2));

        assertRefused(() -> bay.unpick(order, item(line, 2))).isEqualTo("already-in-shipment");
        assertThat(bay.unpick(order, item(line, 1)).lines().get(0).qtyPicked()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("ORD-10, ORD-12: with stock only what is held is picked; what arrives is told absolutely")
    void picksWhatIsHeld() {
        UUID order = order(Sold.goods(5, "10.00"), Sold.units(1, "10.00"));
        UUID line = line(order, 1);
        UUID product = bay.yard.productOf(order, 1);
        UUID serialized = bay.yard.productOf(order, 2);
        bay.yard.keepStock().with(product, 3).with(serialized, 1).taken.add("GONE");
        bay.yard.reserve(order);

        Problem shortage = refusal(() -> bay.pick(order, item(line, 4)));
        assertThat(shortage.slug()).isEqualTo("insufficient-stock");
        assertThat(shortage.members()).containsKey("shortages");
        assertRefused(() -> bay.pick(order, item(line(order, 2), 1, "gone"))).isEqualTo("serial-unavailable");
        assertThat(bay.pick(order, item(line, 3)).lines().get(0).qtyReserved()).isEqualByComparingTo("3");

        bay.yard.warehouse.with(product, 9);
        bay.yard.reserve(order);
        assertThat(bay.pick(order, item(line, 2)).lines().get(0).qtyPicked()).isEqualByComparingTo("5");
        assertThat(bay.unpick(order, item(line, 5)).lines().get(0).qtyReserved())
                .isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("ORD-10, ORD-11: stock that became available is reserved again, where the organization keeps any")
    void reservesAgain() {
        UUID order = order(Sold.goods(5, "10.00"));
        UUID product = bay.yard.productOf(order, 1);
        assertRefused(() -> bay.yard.organization.call(() -> bay.releases.reserve(order)))
                .isEqualTo("module-disabled");
        bay.yard.keepStock().with(product, 2);

        assertThat(bay.yard
                        .organization
                        .call(() -> bay.releases.reserve(order))
                        .lines()
                        .get(0)
                        .qtyReserved())
                .isEqualByComparingTo("2");
        bay.yard.warehouse.with(product, 2);
        assertThat(bay.yard
                        .organization
                        .call(() -> bay.releases.reserve(order))
                        .lines()
                        .get(0)
                        .qtyReserved())
                .isEqualByComparingTo("4");
        UUID draft = bay.yard.order(OrderStatus.DRAFT, Sold.goods(1, "1.00"));
        assertRefused(() -> bay.yard.organization.call(() -> bay.releases.reserve(draft)))
                .isEqualTo("invalid-transition");
    }
}
