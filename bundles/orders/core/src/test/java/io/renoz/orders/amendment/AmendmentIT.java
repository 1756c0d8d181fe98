package io.renoz.orders.amendment;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.inventory.api.StockReservations;
import io.renoz.orders.Shop;
import io.renoz.orders.Stockroom;
import io.renoz.orders.Wire;
import io.renoz.orders.amendment.AmendmentResource.Applying;
import io.renoz.orders.amendment.AmendmentResource.Approval;
import io.renoz.orders.amendment.AmendmentResource.Rejection;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.OrderView;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An amendment")
class AmendmentIT {

    private final Shop shop = new Shop();
    private final UUID customer = shop.customer("Solar One", "1000.00");
    private final Organization sales = shop.user("*");
    private final Organization boss = shop.user("*");
    private UUID thing;
    private OrderView order;

    @BeforeEach
    void confirmed() {
        shop.neighbours.set("orders.invoice_on", "\"manual\"");
        thing = shop.shelf.thing("A", "10.00");
        order = shop.confirm(shop.draft(json(
                        "{'customerId':'%s','lines':[{'productId':'%s','quantity':5},{'productId':'%s','quantity':1}]}",
                        customer, thing, thing))
                .id());
    }

    private static String json(String text, Object... values) {
        return text.replace('\'', '"').formatted(values);
    }

    private AmendmentView request(String rest) {
        String body = json("{'orderId':'%s','reason':'They called'", order.id()) + json(rest) + "}";
        return sales.call(() -> shop.amendmentRecords
                .create(Wire.read(body, AmendmentInput.class))
                .body());
    }

    private AmendmentView quantity(UUID line, String to) {
        return request(",'items':[{'orderLineItemId':'%s','quantityAfter':%s}]".formatted(line, to));
    }

    private UUID line(int i) {
        return order.lines().get(i).id();
    }

    private AmendmentView approve(AmendmentView amendment) {
        return boss.call(() -> shop.amendmentRecords.approve(amendment.id(), new Approval(null)));
    }

    private AmendmentView apply(AmendmentView amendment) {
        return boss.call(() -> shop.amendmentRecords.apply(amendment.id(), new Applying(false)));
    }

    private void change(Consumer<Order> change) {
        shop.organization.run(() -> {
            Order locked = Shop.tables.lock(Order.class, order.id());
            change.accept(locked);
            shop.progress.update(locked);
        });
    }

    @Test
    @DisplayName("ORD-17: says what it will come to, and changes the order once it is approved and applied")
    void applied() {
        AmendmentView asked = quantity(line(0), "8");
        assertThat(asked.amendmentNumber()).isEqualTo(1);
        assertThat(asked.totalBefore()).isEqualByComparingTo("66.00");
        assertThat(asked.difference()).isEqualByComparingTo("33.00");
        assertThat(asked.items().get(0).quantityBefore()).isEqualByComparingTo("5");
        assertThat(shop.read(order.id()).total()).isEqualByComparingTo("66.00");

        approve(asked);
        AmendmentView done = apply(asked);
        OrderView after = shop.read(order.id());
        assertThat(done.status()).isEqualTo(AmendmentStatus.APPLIED);
        assertThat(done.orderVersionBefore()).isEqualTo(order.version());
        assertThat(done.orderVersionAfter()).isEqualTo(after.version()).isEqualTo(order.version() + 1);
        assertThat(after.total()).isEqualByComparingTo("99.00");
        assertThat(after.balanceDue()).isEqualByComparingTo("99.00");
        assertThat(shop.told(order.id())).contains("orders.order.amended");
        assertThat(shop.told(asked.id()))
                .containsExactly("orders.amendment.requested", "orders.amendment.approved", "orders.amendment.applied");
    }

    @Test
    @DisplayName("ORD-17: lines are added and removed, terms changed; the last line stays")
    void lines() {
        UUID other = shop.shelf.thing("B", "20.00");
        AmendmentView asked = request((",'newShippingAmount':10,'newDiscountPercent':50,'newRequiredDate':'2026-05-01',"
                        + "'items':[{'action':'remove','orderLineItemId':'%s'},{'productId':'%s','quantityAfter':2}]")
                .formatted(line(1), other));
        approve(asked);
        apply(asked);
        OrderView after = shop.read(order.id());

        assertThat(after.subtotal()).isEqualByComparingTo("90.00");
        assertThat(after.discountAmount()).isEqualByComparingTo("45.00");
        assertThat(after.total()).isEqualByComparingTo("60.50");
        assertThat(after.lines()).hasSize(3);
        assertThat(shop.organization.read(() -> shop.directory.lines(order.id())))
                .hasSize(2);
        assertRefused(() -> request(
                        ",'items':[{'action':'remove','orderLineItemId':'%s'},{'action':'remove','orderLineItemId':'%s'}]"
                                .formatted(line(0), after.lines().get(2).id())))
                .isEqualTo("empty-order");
        assertInvalid(() -> request(",'items':[{'action':'remove','orderLineItemId':'%s'}]".formatted(line(1))))
                .isEqualTo("/items/0/orderLineItemId");
        assertInvalid(() -> request(",'items':[{'quantityAfter':1}]"))
                .isEqualTo("/items/0/description /items/0/unitPriceAfter");
    }

    @Test
    @DisplayName("ORD-17: with four eyes the requester may not approve; without, they may")
    void fourEyes() {
        AmendmentView asked = quantity(line(0), "8");
        assertRefused(() -> sales.call(() -> shop.amendmentRecords.approve(asked.id(), new Approval(null))))
                .isEqualTo("four-eyes");
        shop.neighbours.set("orders.amendment_four_eyes", "false");
        AmendmentView approved = sales.call(() -> shop.amendmentRecords.approve(asked.id(), new Approval("Fine")));
        assertThat(approved.reviewNote()).isEqualTo("Fine");
        assertThat(approved.reviewedBy()).isEqualTo(approved.requestedBy());
    }

    @Test
    @DisplayName("ORD-17: every act in a wrong state is refused with the states")
    void states() {
        AmendmentView rejected = quantity(line(0), "8");
        boss.call(() -> shop.amendmentRecords.reject(rejected.id(), new Rejection("No")));
        AmendmentView withdrawn = quantity(line(0), "8");
        boss.call(() -> shop.amendmentRecords.cancel(withdrawn.id()));
        AmendmentView asked = quantity(line(0), "8");

        Problem refused = refusal(() -> apply(asked));
        assertThat(refused.slug()).isEqualTo("invalid-transition");
        assertThat(refused.members()).containsEntry("from", "requested").containsEntry("to", "applied");
        for (AmendmentView closed : new AmendmentView[] {rejected, withdrawn}) {
            assertRefused(() -> approve(closed)).isEqualTo("invalid-transition");
            assertRefused(() -> apply(closed)).isEqualTo("invalid-transition");
            assertRefused(() -> boss.call(() -> shop.amendmentRecords.cancel(closed.id())))
                    .isEqualTo("invalid-transition");
            assertRefused(() -> boss.call(() -> shop.amendmentRecords.reject(closed.id(), new Rejection("No"))))
                    .isEqualTo("invalid-transition");
        }
        UUID draft = shop.draft(customer, thing, 1).id();
        order = shop.read(draft);
        assertRefused(() -> request("")).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("ORD-17: an order that changed since is not changed, unless an admin forces it")
    void versions() {
        AmendmentView asked = quantity(line(0), "8");
        approve(asked);
        shop.patch(order.id(), json("{'internalNotes':'Changed'}"));

        assertRefused(() -> apply(asked)).isEqualTo("version-conflict");
        assertRefused(() -> shop.user("orders.amend")
                        .call(() -> shop.amendmentRecords.apply(asked.id(), new Applying(true))))
                .isEqualTo("forbidden");
        boss.call(() -> shop.amendmentRecords.apply(asked.id(), new Applying(true)));
        assertThat(shop.read(order.id()).total()).isEqualByComparingTo("99.00");
    }

    @Test
    @DisplayName("ORD-17: a quantity does not fall below what is picked or shipped")
    void picked() {
        change(locked -> locked.line(line(0)).orElseThrow().pick(new BigDecimal("3")));
        assertRefused(() -> quantity(line(0), "2")).isEqualTo("unpick-first");
        change(locked -> locked.line(line(0)).orElseThrow().ship(new BigDecimal("3")));
        assertRefused(() -> quantity(line(0), "2")).isEqualTo("below-shipped");
        assertThat(quantity(line(0), "3").difference()).isEqualByComparingTo("-22.00");
    }

    @Test
    @DisplayName("ORD-17: a higher total passes the credit check, a lower one need not")
    void credit() {
        AmendmentView much = quantity(line(0), "100");
        approve(much);
        assertRefused(() -> apply(much)).isEqualTo("credit-limit-exceeded");
        assertThat(shop.read(order.id()).total()).isEqualByComparingTo("66.00");
    }

    @Test
    @DisplayName("ORD-18: after the invoice was issued its revision rises, and not in a closed period")
    void issued() {
        shop.organization.run(() -> shop.invoices.issue(Shop.tables.lock(Order.class, order.id()), null));
        order = shop.read(order.id());
        AmendmentView asked = quantity(line(0), "8");
        approve(asked);
        shop.neighbours.set("orders.period_lock_date", "\"2026-03-02\"");
        Problem locked = refusal(() -> apply(asked));
        assertThat(locked.slug()).isEqualTo("period-locked");
        assertThat(locked.members()).containsEntry("lockDate", "2026-03-02");
        shop.neighbours.set("orders.period_lock_date", "\"2026-03-01\"");
        apply(asked);
        assertThat(shop.read(order.id()).invoiceRevision()).isEqualTo(1);
        assertThat(shop.told(order.id())).contains("orders.invoice.revised");
    }

    @Test
    @DisplayName("ORD-10, ORD-17: what is reserved follows the new quantities")
    void reserved() {
        var stock = new Stockroom();
        stock.put(thing, 20);
        shop.neighbours.offer(StockReservations.class, stock);
        order = shop.confirm(shop.draft(customer, thing, 5).id());
        AmendmentView more = quantity(line(0), "8");
        approve(more);
        apply(more);
        assertThat(shop.read(order.id()).lines().get(0).qtyReserved()).isEqualByComparingTo("8");
        order = shop.read(order.id());
        AmendmentView less = quantity(line(0), "2");
        approve(less);
        apply(less);
        assertThat(shop.read(order.id()).lines().get(0).qtyReserved()).isEqualByComparingTo("2");
        assertThat(stock.free(thing)).isEqualByComparingTo("18");
    }

    @Test
    @DisplayName("ORD-16: cancelling gives back what is held, withdraws amendments, needs a reason and is final")
    void cancelled() {
        var stock = new Stockroom();
        stock.put(thing, 20);
        shop.neighbours.offer(StockReservations.class, stock);
        order = shop.confirm(shop.draft(customer, thing, 5).id());
        AmendmentView asked = quantity(line(0), "8");
        change(locked -> locked.line(line(0)).orElseThrow().pick(new BigDecimal("3")));
        var because = new io.renoz.orders.ending.CancelResource.Cancellation("Sold the house");
        assertRefused(() -> shop.in(() -> shop.cancel.cancel(order.id(), because)))
                .isEqualTo("precondition-required");
        int version = shop.read(order.id()).version();
        OrderView cancelled = boss.ifMatch(version).call(() -> shop.cancel.cancel(order.id(), because));

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(version + 1);
        assertThat(cancelled.cancelReason()).isEqualTo("Sold the house");
        assertThat(cancelled.lines().get(0).qtyPicked()).isEqualByComparingTo("0");
        assertThat(stock.free(thing)).isEqualByComparingTo("20");
        assertThat(shop.organization
                        .read(() -> shop.amendmentRecords.get(asked.id()))
                        .status())
                .isEqualTo(AmendmentStatus.CANCELLED);
        assertThat(shop.told(order.id())).contains("orders.order.cancelled");
        assertRefused(() -> shop.organization.ifMatch(version + 1).call(() -> shop.cancel.cancel(order.id(), because)))
                .isEqualTo("invalid-transition");
        assertRefused(() -> shop.confirm(order.id())).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("ORD-16: paid orders are not cancelled, nor those of which something left")
    void notCancelled() {
        var because = new io.renoz.orders.ending.CancelResource.Cancellation("No");
        shop.organization.sql(
                "orders", "update orders.orders set paid_amount = 6, balance_due = 60 where id = ?", order.id());
        assertRefused(() -> shop.organization.ifMatch(2).call(() -> shop.cancel.cancel(order.id(), because)))
                .isEqualTo("payments-outstanding");
        change(locked -> locked.line(line(0)).orElseThrow().ship(BigDecimal.ONE));
        Problem left = refusal(() -> shop.organization.ifMatch(3).call(() -> shop.cancel.cancel(order.id(), because)));
        assertThat(left.slug()).isEqualTo("invalid-transition");
        assertThat(left.members()).containsEntry("from", "partially_shipped");
    }

    @Test
    @DisplayName("ORD-16: closing the remainder leaves what was shipped, as an amendment that is applied")
    void closed() {
        assertRefused(() -> sales.call(() -> shop.closeRemainder.close(order.id())))
                .isEqualTo("invalid-transition");
        change(locked -> {
            OrderLine line = locked.line(line(0)).orElseThrow();
            line.pick(new BigDecimal("4"));
            line.ship(new BigDecimal("3"));
        });
        OrderView after = sales.call(() -> shop.closeRemainder.close(order.id()));

        assertThat(after.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(after.total()).isEqualByComparingTo("33.00");
        assertThat(after.balanceDue()).isEqualByComparingTo("33.00");
        assertThat(after.lines().get(0).quantity()).isEqualByComparingTo("3");
        assertThat(after.lines().get(0).qtyPicked()).isEqualByComparingTo("3");
        AmendmentView kept = shop.organization
                .read(() -> shop.amendmentRecords.list(ListQuery.first(5)))
                .items()
                .get(0);
        assertThat(kept.status()).isEqualTo(AmendmentStatus.APPLIED);
        assertThat(kept.difference()).isEqualByComparingTo("-33.00");
        assertThat(kept.items())
                .extracting(item -> item.action())
                .containsExactlyInAnyOrder(AmendmentItemAction.MODIFY, AmendmentItemAction.REMOVE);
        assertThat(shop.told(order.id())).contains("orders.order.remainder-closed");
    }

    @Test
    void mayCancelTheOrder() {
        AmendmentView asked = request(",'amendmentType':'cancel_order'");
        approve(asked);
        apply(asked);
        assertThat(shop.read(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
    }
}
