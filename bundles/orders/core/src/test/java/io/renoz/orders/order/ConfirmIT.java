package io.renoz.orders.order;

import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.api.CustomerStatus;
import io.renoz.inventory.api.StockReservations;
import io.renoz.orders.Permissions;
import io.renoz.orders.Shop;
import io.renoz.orders.Stockroom;
import io.renoz.orders.Together;
import io.renoz.orders.api.Objection;
import io.renoz.orders.api.OrderConfirmationCheck;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.orders.order.ConfirmResource.Confirmation;
import io.renoz.orders.order.OrderView.Line;
import io.renoz.problem.Problem;
import io.renoz.products.api.BundleComponent;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A confirmation")
class ConfirmIT {

    private final Shop shop = new Shop();
    private final UUID customer = shop.customer("Solar One");

    private static String json(String text, Object... values) {
        return text.replace('\'', '"').formatted(values);
    }

    @Test
    @DisplayName("ORD-08: stamps, copies name, tax id, terms and cost, and wakes the customer")
    void confirms() {
        shop.neighbours.set("orders.terms", "\"Paid means yours.\"");
        shop.neighbours.set("orders.invoice_on", "\"manual\"");
        UUID order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 2).id();
        Organization sales = shop.user(Permissions.COST);
        OrderView confirmed = shop.confirm(sales, order);

        assertThat(confirmed.version()).isEqualTo(2);
        assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(confirmed.confirmedAt()).isEqualTo(shop.neighbours.clock.instant());
        assertThat(confirmed.confirmedBy()).isNotNull();
        assertThat(confirmed.customerTaxId()).isEqualTo("11 222 333 444");
        assertThat(confirmed.terms()).isEqualTo("Paid means yours.");
        assertThat(confirmed.lines().get(0).unitCost()).isEqualByComparingTo("6.00");
        assertThat(confirmed.paymentStatus()).isEqualTo(PaymentStatus.PENDING);
        assertThat(shop.organization.read(
                        () -> shop.customers.find(customer).orElseThrow().status()))
                .isEqualTo(CustomerStatus.ACTIVE);
        assertThat(shop.told(order)).contains("orders.order.confirmed");
    }

    @Test
    void showsCostToThoseWhoMayKnow() {
        UUID order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 2).id();
        shop.confirm(order);
        Line seen = shop.user("orders.read")
                .read(() -> shop.orders.get(order))
                .lines()
                .get(0);
        assertThat(seen.unitCost()).isNull();
    }

    @Test
    @DisplayName("ORD-22: an invoice is issued with it where the organization wants that, and the version rises once")
    void invoices() {
        UUID order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 2).id();
        OrderView confirmed = shop.confirm(order);
        assertThat(confirmed.invoiceNumber()).isNotNull();
        assertThat(confirmed.version()).isEqualTo(2);
    }

    @Test
    @DisplayName("ORD-08: needs the order's version and a draft with something to sell")
    void needs() {
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID empty = shop.draft(
                        json("{'customerId':'%s','lines':[{'lineType':'note','description':'Nothing'}]}", customer))
                .id();
        assertRefused(() -> shop.confirm(empty)).isEqualTo("empty-order");
        UUID order = shop.draft(customer, thing, 1).id();
        assertRefused(() -> shop.in(() -> shop.confirm.confirm(order, new Confirmation(null))))
                .isEqualTo("precondition-required");
        shop.confirm(order);
        Problem twice = refusal(() -> shop.confirm(order));
        assertThat(twice.slug()).isEqualTo("invalid-transition");
        assertThat(twice.members()).containsEntry("from", "confirmed").containsEntry("to", "confirmed");
    }

    @Test
    @DisplayName("ORD-04, ORD-08: all objections are reported together")
    void objections() {
        UUID gone = shop.shelf.thing("A", "10.00");
        UUID cheap = shop.shelf.thing("B", "10.00");
        shop.shelf.withdrawn.put(gone, "inactive");
        shop.shelf.floors.put(cheap, new BigDecimal("9.00"));
        shop.organization.sql(
                "customers",
                "update customers.customers set credit_hold = true, credit_hold_reason = 'Late' where id = ?",
                customer);
        OrderConfirmationCheck check = draft -> List.of(Objection.of("not-ready", "No crew is free.", 1));
        shop.neighbours.extend(check);
        UUID order = shop.draft(json(
                        "{'customerId':'%s','lines':[{'productId':'%s','quantity':1},"
                                + "{'productId':'%s','quantity':1,'unitPrice':5}]}",
                        customer, gone, cheap))
                .id();
        Problem refused = refusal(() -> shop.confirm(shop.user("orders.confirm"), order));

        assertThat(refused.slug()).isEqualTo("customer-blocked");
        assertThat((List<?>) refused.members().get("objections"))
                .extracting(one -> String.valueOf(((Map<?, ?>) one).get("type")).substring(18))
                .containsExactly("customer-blocked", "product-not-sellable", "price-below-floor", "not-ready");
        assertThat(refused.errors())
                .extracting(error -> error.pointer())
                .containsExactly("/lines/0", "/lines/1", "/lines/0");
        assertThat(shop.read(order).status()).isEqualTo(OrderStatus.DRAFT);
    }

    @Test
    @DisplayName("ORD-04: below the floor who may sell so, or what replaces goods for nothing")
    void floors() {
        UUID cheap = shop.shelf.thing("B", "10.00");
        shop.shelf.floors.put(cheap, new BigDecimal("9.00"));
        String text = "{'customerId':'%s','source':'%s','lines':[{'productId':'%s','quantity':1,'unitPrice':%s}]}";
        UUID sold = shop.draft(json(text, customer, "staff", cheap, "5")).id();
        UUID replaced =
                shop.draft(json(text, customer, "replacement", cheap, "0")).id();

        assertRefused(() -> shop.confirm(shop.user("orders.confirm"), sold)).isEqualTo("price-below-floor");
        assertThat(shop.confirm(shop.user(Permissions.PRICE), sold).status()).isEqualTo(OrderStatus.CONFIRMED);
        OrderView free = shop.confirm(shop.user("orders.confirm"), replaced);
        assertThat(free.paymentStatus()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    @DisplayName("ORD-08: bundles are expanded into components with price 0, which are what is delivered")
    void bundles() {
        UUID panel = shop.shelf.thing("PANEL", "100.00");
        UUID cable = shop.shelf.thing("CABLE", "5.00");
        UUID kit = shop.shelf.bundle(
                "KIT",
                "180.00",
                new BundleComponent(panel, new BigDecimal("2")),
                new BundleComponent(cable, new BigDecimal("3")));
        OrderView draft = shop.draft(customer, kit, 2);
        assertThat(draft.lines().get(0).lineType()).isEqualTo(OrderLineType.BUNDLE);
        OrderView confirmed = shop.confirm(draft.id());

        assertThat(confirmed.total()).isEqualByComparingTo("396.00");
        assertThat(confirmed.lines())
                .extracting(Line::lineType)
                .containsExactly(OrderLineType.BUNDLE, OrderLineType.COMPONENT, OrderLineType.COMPONENT);
        assertThat(confirmed.lines())
                .extracting(line -> line.quantity().intValue())
                .containsExactly(2, 4, 6);
        assertThat(confirmed.lines()).extracting(Line::isShippable).containsExactly(false, true, true);
        assertThat(confirmed.lines().get(1).parentLineId())
                .isEqualTo(draft.lines().get(0).id());
        assertThat(confirmed.lines().get(1).unitPrice()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("ORD-09: above the credit limit only with a reason of somebody who may")
    void credit() {
        UUID limited = shop.customer("Small Firm", "100.00");
        UUID thing = shop.shelf.thing("A", "50.00");
        shop.confirm(shop.draft(limited, thing, 1).id());
        UUID order = shop.draft(limited, thing, 1).id();
        Problem refused = refusal(() -> shop.confirm(order));
        assertThat(refused.slug()).isEqualTo("credit-limit-exceeded");
        assertThat(String.valueOf(refused.members().get("limit"))).isEqualTo("100.00");
        assertThat(String.valueOf(refused.members().get("exposure"))).isEqualTo("110.00");
        assertThat(String.valueOf(refused.members().get("excess"))).isEqualTo("10.00");

        assertRefused(() -> shop.user("orders.confirm")
                        .ifMatch(1)
                        .call(() -> shop.confirm.confirm(order, new Confirmation("Old friend"))))
                .isEqualTo("forbidden");
        OrderView passed = shop.user(Permissions.CREDIT)
                .ifMatch(1)
                .call(() -> shop.confirm.confirm(order, new Confirmation("Old friend")));
        assertThat(passed.creditOverrideReason()).isEqualTo("Old friend");
        assertThat(passed.creditOverrideBy()).isNotNull();
    }

    @Test
    @DisplayName("ORD-09: of 16 orders confirmed at once only those pass that the limit holds")
    void race() throws Exception {
        UUID limited = shop.customer("Small Firm", "100.00");
        UUID thing = shop.shelf.thing("A", "20.00");
        List<UUID> orders = IntStream.range(0, 16)
                .mapToObj(i -> shop.draft(limited, thing, 1).id())
                .toList();
        List<Callable<OrderView>> works = orders.stream()
                .<Callable<OrderView>>map(id ->
                        () -> shop.organization.ifMatch(1).call(() -> shop.confirm.confirm(id, new Confirmation(null))))
                .toList();

        assertThat(Together.run(works)).hasSize(4); // 22.00 each
        assertThat(orders.stream().filter(id -> shop.read(id).status() == OrderStatus.CONFIRMED))
                .hasSize(4);
    }

    @Test
    @DisplayName(
            "ORD-10: reserves what stock is kept of; short it reserves what is there, or refuses as the setting says")
    void reserves() {
        var warehouse = new Stockroom();
        shop.neighbours.offer(StockReservations.class, warehouse);
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID labour = shop.shelf.labour("H", "80.00");
        warehouse.put(thing, 5);
        UUID order = shop.draft(json(
                        "{'customerId':'%s','lines':[{'productId':'%s','quantity':3},{'productId':'%s','quantity':1}]}",
                        customer, thing, labour))
                .id();
        assertThat(shop.confirm(order).lines())
                .extracting(line -> line.qtyReserved().intValue())
                .containsExactly(3, 0);

        UUID partly = shop.draft(customer, thing, 4).id();
        assertThat(shop.confirm(partly).lines().get(0).qtyReserved()).isEqualByComparingTo("2");
        shop.neighbours.set("orders.allow_backorder", "false");
        UUID refused = shop.draft(customer, thing, 1).id();
        Problem short_ = refusal(() -> shop.confirm(refused));
        assertThat(short_.slug()).isEqualTo("insufficient-stock");
        assertThat(short_.members()).containsKey("shortages");
        assertThat(shop.read(refused).status()).isEqualTo(OrderStatus.DRAFT);

        warehouse.put(thing, 2);
        shop.organization.run(() -> shop.reserving.reserveMore(Shop.tables.lock(Order.class, partly)));
        assertThat(shop.read(partly).lines().get(0).qtyReserved()).isEqualByComparingTo("4");
    }

    @Test
    @DisplayName("ORD-11: without stock nothing is reserved or checked")
    void unstocked() {
        UUID order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 3).id();
        assertThat(shop.confirm(order).lines().get(0).qtyReserved()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("ORD-08: when the last step fails nothing of it is found")
    void allOrNothing() {
        UUID order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 3).id();
        int events = Shop.PLATFORM.published().size();
        int audited = Shop.PLATFORM.audited().size();
        StockReservations failing = new Stockroom() {
            @Override
            public synchronized List<io.renoz.inventory.api.Reservation> reserve(
                    io.renoz.inventory.api.ReserveCommand command) {
                throw new IllegalStateException("The last step fails.");
            }
        };
        shop.neighbours.offer(StockReservations.class, failing);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> shop.confirm(order))
                .hasStackTraceContaining("The last step fails.");

        OrderView after = shop.read(order);
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(after.invoiceNumber()).isNull();
        assertThat(shop.organization.read(
                        () -> shop.customers.find(customer).orElseThrow().status()))
                .isEqualTo(CustomerStatus.PROSPECT);
        assertThat(Shop.PLATFORM.published()).hasSize(events);
        assertThat(Shop.PLATFORM.audited()).hasSize(audited);
    }

    @Test
    @DisplayName("A confirmation takes as many statements with 20 lines as with 1")
    void statements() {
        var warehouse = new Stockroom();
        shop.neighbours.offer(StockReservations.class, warehouse);
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID panel = shop.shelf.thing("P", "1.00");
        UUID kit = shop.shelf.bundle("KIT", "9.00", new BundleComponent(panel, BigDecimal.TEN));
        confirming(shop.draft(lines(1, thing, kit))); // wakes the customer
        long one = confirming(shop.draft(lines(1, thing, kit)));
        long twenty = confirming(shop.draft(lines(20, thing, kit)));
        System.getLogger("statements").log(System.Logger.Level.INFO, "confirm {0}", twenty);

        assertThat(twenty).isEqualTo(one).isLessThanOrEqualTo(25);
    }

    private long confirming(OrderView order) {
        long before = Shop.PLATFORM.statements();
        shop.organization.ifMatch(1).call(() -> shop.confirm.confirm(order.id(), new Confirmation(null)));
        return Shop.PLATFORM.statements() - before;
    }

    private String lines(int count, UUID thing, UUID kit) {
        String lines = IntStream.range(0, count)
                .mapToObj(i ->
                        json("{'productId':'%s','quantity':%d},{'productId':'%s','quantity':1}", thing, i + 1, kit))
                .collect(Collectors.joining(","));
        return json("{'customerId':'%s','lines':[", customer) + lines + "]}";
    }
}
