package io.renoz.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ORD-13: an order is, by its lines,")
class ProgressTest {

    private final List<OrderLine> lines = new ArrayList<>(List.of(line(true), line(true)));

    /** Two of something. */
    private static OrderLine line(boolean shippable) {
        var line = new OrderLine();
        line.quantity = new BigDecimal("2");
        line.isShippable = shippable;
        return line;
    }

    private static void pick(OrderLine line, int by) {
        line.pick(BigDecimal.valueOf(by));
    }

    private void all(int picked, int shipped, int delivered) {
        lines.stream().filter(OrderLine::shippable).forEach(line -> {
            line.pick(BigDecimal.valueOf(picked));
            line.ship(BigDecimal.valueOf(shipped));
            line.deliver(BigDecimal.valueOf(delivered));
        });
    }

    private OrderStatus status() {
        return OrderProgress.of(lines);
    }

    @Test
    void confirmedWhileNothingMoved() {
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void pickingThenPicked() {
        pick(lines.get(0), 1);
        assertThat(status()).isEqualTo(OrderStatus.PICKING);
        pick(lines.get(0), 1);
        assertThat(status()).isEqualTo(OrderStatus.PICKING);
        pick(lines.get(1), 2);
        assertThat(status()).isEqualTo(OrderStatus.PICKED);
        pick(lines.get(1), -2);
        pick(lines.get(0), -2);
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void partlyShippedThenShipped() {
        pick(lines.get(0), 2);
        lines.get(0).ship(BigDecimal.ONE);
        assertThat(status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        lines.get(0).ship(BigDecimal.ONE);
        assertThat(status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        lines.get(1).ship(new BigDecimal("2"));
        assertThat(status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void deliveredOnceLabourIsDoneToo() {
        OrderLine labour = line(false);
        lines.add(labour);
        all(2, 2, 2);
        assertThat(status()).isEqualTo(OrderStatus.SHIPPED);
        labour.deliver(new BigDecimal("2"));
        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void confirmedThenDeliveredWhereNothingIsShipped() {
        lines.clear();
        lines.add(line(false));
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
        lines.get(0).deliver(new BigDecimal("2"));
        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void indifferentToNotesAndBundleHeaders() {
        OrderLine bundle = line(false);
        bundle.lineType = OrderLineType.BUNDLE;
        OrderLine note = line(false);
        note.lineType = OrderLineType.NOTE;
        lines.addAll(List.of(bundle, note));
        all(2, 2, 2);
        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
    }
}
