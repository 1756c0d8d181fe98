package io.renoz.orders.fulfilment;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Yard.TABLES;
import static io.renoz.orders.fulfilment.Bay.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.event.DomainEvent;
import io.renoz.job.JobScheduler;
import io.renoz.orders.Yard.Sold;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.order.OrderView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActsIT {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Bay bay = new Bay();
    private final UUID order = bay.yard.order(
            OrderStatus.CONFIRMED, Sold.goods(4, "10.00"), Sold.work(2, "50.00"), Sold.units(1, "99.00"));
    private final UUID goods = bay.yard.line(order, 1);
    private final UUID work = bay.yard.line(order, 2);
    private final UUID unit = bay.yard.line(order, 3);

    private static SourceRef source(String type) {
        return new SourceRef(type, UUID.randomUUID());
    }

    private void delivered(UUID line, BigDecimal quantity, SourceRef source, String... serials) {
        bay.yard.organization.run(() -> bay.acts.markDelivered(line, quantity, List.of(serials), source));
    }

    private OrderView.Line line(int at) {
        return bay.yard.read(order).lines().get(at - 1);
    }

    @Test
    @DisplayName("ORD-26: a job's goods and work are delivered once a source, goods as picked and shipped too")
    void deliversOnceASource() {
        SourceRef material = source("jobs.material");

        delivered(goods, TWO, material);
        delivered(goods, TWO, material);
        delivered(work, ONE, source("jobs.labour"));
        delivered(unit, ONE, source("jobs.material"), "sn-1");

        assertThat(line(1).qtyDelivered()).isEqualByComparingTo("2");
        assertThat(line(1).qtyPicked()).isEqualByComparingTo("2");
        assertThat(line(1).qtyShipped()).isEqualByComparingTo("2");
        assertThat(line(2).qtyDelivered()).isEqualByComparingTo("1");
        assertThat(line(2).qtyShipped()).isEqualByComparingTo("0");
        assertThat(bay.yard.told(goods)).containsExactly("orders.line.delivered");
        assertThat(bay.yard.organization.read(() -> bay.serials.ofOrder(order))).containsEntry(unit, List.of("SN-1"));
        assertThat(bay.yard.read(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertRefused(() -> delivered(goods, BigDecimal.valueOf(3), source("jobs.material")))
                .isEqualTo("over-delivery");
        UUID draft = bay.yard.order(OrderStatus.DRAFT, Sold.work(1, "1.00"));
        assertRefused(() -> delivered(bay.yard.line(draft, 1), ONE, source("jobs.labour")))
                .isEqualTo("invalid-state");
        assertRefused(() -> delivered(UUID.randomUUID(), ONE, source("jobs.labour")))
                .isEqualTo("not-found");
    }

    @Test
    @DisplayName("ORD-13: an order of work alone goes from confirmed to delivered; work is part of being delivered")
    void deliversWork() {
        UUID labour = bay.yard.order(OrderStatus.CONFIRMED, Sold.work(2, "50.00"));
        UUID line = bay.yard.line(labour, 1);

        assertThat(bay.mark(labour, line, 1).status()).isEqualTo(OrderStatus.CONFIRMED);
        OrderView done = bay.mark(labour, line, 1);

        assertThat(done.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(done.deliveredDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertRefused(() -> bay.mark(labour, line, 1)).isEqualTo("over-delivery");
        UUID draft = bay.yard.order(OrderStatus.DRAFT, Sold.work(1, "1.00"));
        assertRefused(() -> bay.mark(draft, bay.yard.line(draft, 1), 1)).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("ORD-11, ORD-26: goods handed over in person leave stock, and those picked for the line first")
    void handsOverInPerson() {
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 9);
        bay.yard.reserve(order);
        bay.pick(order, item(goods, 1));

        bay.mark(order, goods, 2);

        assertThat(line(1).qtyShipped()).isEqualByComparingTo("2");
        assertThat(line(1).qtyReserved()).isEqualByComparingTo("2");
        assertThat(bay.yard.warehouse.allocated(goods)).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("ORD-11: goods a job took over leave the line's reservation once, are not picked twice, and come back")
    void handsOverToJobs() {
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 4);
        bay.yard.reserve(order);
        SourceRef material = source("jobs.material");

        bay.yard.organization.run(() -> bay.acts.handOver(goods, BigDecimal.valueOf(3), material));
        bay.yard.organization.run(() -> bay.acts.handOver(goods, BigDecimal.valueOf(3), material));

        bay.yard.reserve(order);
        assertThat(line(1).qtyReserved()).isEqualByComparingTo("1");
        assertThat(bay.yard.warehouse.free.get(product)).isEqualByComparingTo("3");
        assertRefused(() -> bay.pick(order, item(goods, 2))).isEqualTo("over-pick");
        assertRefused(() -> bay.yard.organization.run(() -> bay.acts.handOver(goods, TWO, source("jobs.material"))))
                .isEqualTo("over-delivery");
        delivered(goods, ONE, source("jobs.installed"));
        assertThat(line(1).qtyDelivered()).isEqualByComparingTo("1");
        bay.yard.organization.run(() -> bay.acts.takeBack(material));
        bay.yard.organization.run(() -> bay.acts.takeBack(material));
        assertThat(bay.pick(order, item(goods, 3)).lines().get(0).qtyPicked()).isEqualByComparingTo("4");
    }

    @Test
    @DisplayName("ORD-26: what support takes back is noted once, and never more than was delivered")
    void takesReturns() {
        delivered(goods, TWO, source("jobs.material"));
        SourceRef back = source("support.return_line");

        bay.yard.organization.run(() -> bay.acts.recordReturn(goods, ONE, List.of(), back));
        bay.yard.organization.run(() -> bay.acts.recordReturn(goods, ONE, List.of(), back));

        assertThat(line(1).qtyReturned()).isEqualByComparingTo("1");
        assertRefused(() -> bay.yard.organization.run(
                        () -> bay.acts.recordReturn(goods, TWO, List.of(), source("support.return_line"))))
                .isEqualTo("over-return");
        assertInvalid(() -> bay.yard.organization.run(
                        () -> bay.acts.recordReturn(goods, BigDecimal.ZERO, List.of(), source("support.return_line"))))
                .isEqualTo("/quantity");
        assertThat(bay.yard.told(goods)).containsExactly("orders.line.delivered", "orders.line.returned");
    }

    private void dropShipped(BigDecimal quantity, SourceRef source) {
        bay.yard.organization.run(
                () -> bay.acts.deliverDropShipment(goods, quantity, List.of(), LocalDate.of(2026, 3, 1), source));
    }

    @Test
    @DisplayName("ORD-26: a drop shipment touches no stock, releases what was held, and can be undone until a return")
    void deliversDropShipments() {
        UUID product = bay.yard.productOf(order, 1);
        bay.yard.keepStock().with(product, 4);
        bay.yard.reserve(order);
        SourceRef receipt = source("suppliers.receipt_line");

        dropShipped(BigDecimal.valueOf(3), receipt);
        dropShipped(BigDecimal.valueOf(3), receipt);

        assertThat(line(1).qtyDelivered()).isEqualByComparingTo("3");
        assertThat(line(1).qtyReserved()).isEqualByComparingTo("1");
        assertThat(bay.yard.warehouse.free.get(product)).isEqualByComparingTo("3");
        assertThat(bay.yard.read(order).shippedDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertRefused(() -> dropShipped(TWO, source("suppliers.receipt_line"))).isEqualTo("over-delivery");
        bay.yard.organization.run(() -> bay.acts.undoDropShipment(receipt));
        bay.yard.organization.run(() -> bay.acts.undoDropShipment(receipt));
        assertThat(line(1).qtyDelivered()).isEqualByComparingTo("0");
        assertThat(line(1).qtyPicked()).isEqualByComparingTo("0");
        SourceRef second = source("suppliers.receipt_line");
        dropShipped(ONE, second);
        bay.yard.organization.run(() -> bay.acts.recordReturn(goods, ONE, List.of(), source("support.return_line")));
        assertRefused(() -> bay.yard.organization.run(() -> bay.acts.undoDropShipment(second)))
                .isEqualTo("invalid-state");
    }

    private static DomainEvent filled(UUID line, String type, String allocated) {
        return new DomainEvent(
                "inventory.reservation.backorder-filled",
                "reservation",
                UUID.randomUUID(),
                Map.of("demandType", type, "demandLineId", line.toString(), "allocated", new BigDecimal(allocated)));
    }

    @Test
    @DisplayName("ORD-10: a filled backorder sets the absolute figure, however late or often it is told")
    void hearsOfFilledBackorders() {
        var listener = new Backorders(bay.acts);

        bay.yard.organization.run(() -> listener.handle(filled(goods, "orders.order_line", "3.000")));
        int version = bay.yard.read(order).version();
        bay.yard.organization.run(() -> listener.handle(filled(goods, "orders.order_line", "3.000")));
        bay.yard.organization.run(() -> listener.handle(filled(goods, "jobs.material", "1.000")));
        bay.yard.organization.run(() -> listener.handle(filled(UUID.randomUUID(), "orders.order_line", "1.000")));

        assertThat(line(1).qtyReserved()).isEqualByComparingTo("3");
        assertThat(bay.yard.read(order).version()).isEqualTo(version);
        assertThat(listener.events()).containsExactly("inventory.reservation.backorder-filled");
    }

    @Test
    @DisplayName("ORD-11: enabling inventory reserves goods for the orders that were confirmed before")
    void reservesForOpenOrders() {
        var asked = new ArrayList<String>();
        var jobs = new JobScheduler() {
            @Override
            public void runNow(String name) {
                asked.add(name);
            }

            @Override
            public void runAt(String name, Instant moment) {
                throw new UnsupportedOperationException();
            }
        };
        var job = new OpenOrders(TABLES, bay.yard.reserving, jobs);
        bay.yard.keepStock().with(bay.yard.productOf(order, 1), 4);

        for (String module : List.of("inventory", "suppliers")) {
            job.handle(new DomainEvent(
                    "modules.module.enabled", "organization_module", UUID.randomUUID(), Map.of("module", module)));
        }
        Optional<String> first = bay.yard.organization.call(() -> job.run(Optional.empty()));

        assertThat(first).contains(order.toString());
        assertThat(bay.yard.organization.call(() -> job.run(first))).isEmpty();
        assertThat(asked).containsExactly(job.name());
        assertThat(line(1).qtyReserved()).isEqualByComparingTo("4");
    }
}
