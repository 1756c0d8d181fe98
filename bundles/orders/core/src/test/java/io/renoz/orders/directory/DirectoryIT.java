package io.renoz.orders.directory;

import static io.renoz.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.api.OrderFigures;
import io.renoz.data.Ids;
import io.renoz.data.Page;
import io.renoz.orders.OrderSequences;
import io.renoz.orders.Shop;
import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.NewOrderLine;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.OrderSummary;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.order.OrderView;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Other modules")
class DirectoryIT {

    private final Shop shop = new Shop();
    private final UUID customer = shop.customer("Solar One");
    private final UUID thing = shop.shelf.thing("A", "10.00");

    @Test
    void findOrdersAndTheirLines() {
        UUID draft = shop.draft(customer, thing, 2).id();
        UUID open = shop.draft(customer, thing, 3).id();
        shop.confirm(open);
        shop.organization.run(() -> {
            assertThat(shop.directory.find(open).map(OrderSummary::total).orElseThrow())
                    .isEqualByComparingTo("33.00");
            assertThat(shop.directory.findAll(List.of(draft, open, Ids.next()))).hasSize(2);
            assertThat(shop.directory.lines(open)).hasSize(1);
            UUID line = shop.directory.lines(open).get(0).id();
            assertThat(shop.directory.findLine(line).orElseThrow().orderId()).isEqualTo(open);
            assertThat(shop.directory.requireOpen(open).id()).isEqualTo(open);
            assertThat(shop.directory.shipment(Ids.next())).isEmpty();
            assertThat(shop.directory.bySerial(thing, "S-1")).isEmpty();
        });
        assertRefused(() -> shop.in(() -> shop.directory.requireOpen(draft))).isEqualTo("invalid-state");
        assertRefused(() -> shop.in(() -> shop.directory.requireOpen(Ids.next())))
                .isEqualTo("not-found");
        assertThat(Shop.PLATFORM
                        .organization()
                        .call(() -> shop.directory.find(open))
                        .isPresent())
                .isFalse();
    }

    @Test
    void pageThroughACustomersOrders() {
        shop.in(() -> shop.orders.add(IntStream.range(0, 205)
                .mapToObj(i -> Shop.input("{\"customerId\":\"" + customer + "\"}"))
                .toList()));
        Page<OrderSummary> first = shop.organization.read(() -> shop.directory.ofCustomer(customer, null));
        Page<OrderSummary> second = shop.organization.read(() -> shop.directory.ofCustomer(customer, first.next()));
        assertThat(first.items()).hasSize(200);
        assertThat(second.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertRefused(() -> shop.organization.read(() -> shop.directory.ofCustomer(customer, "nonsense")))
                .isEqualTo("invalid-parameter");
    }

    @Test
    @DisplayName("ORD-06: bring orders, each once, with the prices and taxes they agreed on")
    void bring() {
        UUID quote = Ids.next();
        var line = new NewOrderLine(
                7,
                OrderLineType.ITEM,
                thing,
                null,
                "As quoted",
                BigDecimal.ONE,
                null,
                new BigDecimal("9.50"),
                "quote",
                null,
                null,
                TaxType.GST,
                new BigDecimal("12.50"),
                null,
                null,
                null);
        NewOrder order = new NewOrder(
                customer,
                OrderSource.QUOTE,
                null,
                "PO-1",
                null,
                quote,
                null,
                null,
                null,
                14,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(line));
        UUID made = shop.in(() -> shop.intake.createDraft(order, "quote-convert:1"));
        UUID again = shop.in(() -> shop.intake.createDraft(order, "quote-convert:1"));
        OrderView read = shop.read(made);

        assertThat(again).isEqualTo(made);
        assertThat(read.quoteId()).isEqualTo(quote);
        assertThat(read.paymentTermsDays()).isEqualTo(14);
        assertThat(read.lines().get(0).lineNumber()).isEqualTo(7);
        assertThat(read.lines().get(0).priceSource()).isEqualTo("quote");
        assertThat(read.total()).isEqualByComparingTo("10.69");
        NewOrder other = NewOrder.of(customer, OrderSource.JOB, List.of());
        assertRefused(() -> shop.in(() -> shop.intake.createDraft(other, "quote-convert:1")))
                .isEqualTo("idempotency-mismatch");
    }

    @Test
    @DisplayName("ORD-25: learn what a customer bought and owes, in absolute figures")
    void figures() {
        shop.neighbours.set("orders.invoice_on", "\"manual\"");
        shop.confirm(shop.draft(customer, thing, 2).id());
        shop.draft(customer, thing, 50);
        OrderFigures figures = shop.organization.read(() -> shop.figures.of(customer));
        assertThat(figures.totalOrders()).isEqualTo(1);
        assertThat(figures.totalOrderValue()).isEqualByComparingTo("22.00");
        assertThat(figures.ordersLast365Days()).isEqualTo(1);
        assertThat(figures.openBalance()).isEqualByComparingTo("0");
        assertThat(figures.firstOrderDate()).isEqualTo(figures.lastOrderDate());
    }

    @Test
    @DisplayName("Customers that are merged take their orders along, and back")
    void merged() {
        UUID order = shop.draft(customer, thing, 2).id();
        UUID other = shop.customer("Other");
        var holder = new CustomerOrders(Shop.tables);
        List<UUID> moved = shop.in(() -> holder.repoint(customer, other));
        assertThat(moved).containsExactly(order);
        assertThat(shop.read(order).customerId()).isEqualTo(other);
        assertThat(shop.in(() -> holder.countReferences(customer))).isZero();
        assertThat(shop.in(() -> holder.repointBack(other, customer, moved))).isEqualTo(1);
        assertThat(shop.in(() -> holder.countReferences(customer))).isEqualTo(1);
        assertThat(shop.in(() -> new ProductUse(Shop.tables).countReferences(thing)))
                .isEqualTo(1);
    }

    @Test
    void handOverTheWorkOfOneWhoLeaves() {
        UUID user = shop.hired();
        UUID next = shop.hired();
        UUID order = shop.draft(customer, thing, 2).id();
        shop.patch(order, "{\"assignedTo\":\"" + user + "\"}");
        var people = new SalesPeople(Shop.tables);
        assertThat(shop.in(() -> people.openAssignments(user)).get(0).count()).isEqualTo(1);
        assertThat(shop.in(() -> people.reassign(user, next))).isEqualTo(1);
        assertThat(shop.read(order).assignedTo()).isEqualTo(next);
    }

    @Test
    void seeACustomersOrdersOnItsPage() {
        shop.confirm(shop.draft(customer, thing, 2).id());
        shop.draft(customer, thing, 2);
        var section = shop.organization.read(() -> new CustomerSection(Shop.tables, shop.figures).contribute(customer));
        assertThat(section.counts()).containsEntry("draft", 1).containsEntry("confirmed", 1);
        assertThat(section.newest()).hasSize(2);
    }

    @Test
    @DisplayName("ORD-05: the number sequences are registered when the module is enabled")
    void sequences() {
        new OrderSequences(shop.neighbours).beforeEnable();
        assertThat(shop.neighbours.registered)
                .extracting(one -> one.key() + " " + one.prefix() + " " + one.gapless())
                .containsExactly(
                        "orders.order ORD false",
                        "orders.invoice INV true",
                        "orders.shipment SHP false",
                        "orders.payment PAY false");
    }
}
