package io.renoz.suppliers.purchase.order;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static io.renoz.suppliers.purchase.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.products.api.ProductStatus;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.Buying;
import io.renoz.suppliers.purchase.PurchaseOrderResource.Cancelled;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderIT {

    private final Buying buying = new Buying();

    private String body(String more) {
        return "{\"supplierId\": \"" + buying.supplier + "\"" + more + "}";
    }

    @Test
    @DisplayName(
            "SUP-01: the server computes all amounts and takes from supplier and product what the caller leaves out")
    void completesOrders() {
        OrderView order = buying.draft(body(", \"shippingAmount\": 20, \"discountAmount\": 5, \"totalAmount\": 1,"
                + " \"items\": [" + line(buying.bolt, "3", "19.99")
                + ", {\"description\": \"Assembly\", \"quantity\": 1,"
                + " \"unitPrice\": 50, \"taxRate\": 0, \"lineTotal\": 7}]"));

        assertThat(order.poNumber()).isEqualTo("PO-2026-00001");
        assertThat(order.supplierName()).isEqualTo("Bolts & Sons");
        assertThat(order.currency()).isEqualTo("AUD");
        assertThat(order.orderDate()).isEqualTo(buying.neighbours.today());
        assertThat(order.paymentDueDate()).isEqualTo(buying.neighbours.today().plusDays(30));
        assertThat(order.items()).extracting(ItemView::lineNumber).containsExactly(1, 2);
        assertThat(order.items()).extracting(ItemView::productName).containsExactly("Bolt", "Assembly");
        assertThat(order.items().get(0).taxRate()).isEqualByComparingTo("10");
        assertThat(order.subtotal()).isEqualByComparingTo("109.97");
        assertThat(order.items().get(0).taxAmount()).isEqualByComparingTo("5.73");
        assertThat(order.taxAmount()).isEqualByComparingTo("7.73");
        assertThat(order.totalAmount()).isEqualByComparingTo("132.70");
        assertThat(order.totalAmountBase()).isEqualByComparingTo("132.70");
        assertInvalid(() -> buying.draft(body(", \"discountAmount\": 1"))).isEqualTo("/discountAmount");
        assertInvalid(() -> buying.draft(body(", \"items\": [" + line(Ids.next(), "1", "1") + "]")))
                .isEqualTo("/items/0/productId");
        assertInvalid(() -> buying.draft("{\"supplierId\": \"" + Ids.next() + "\"}"))
                .isEqualTo("/supplierId");
        assertInvalid(() -> buying.draft(body(", \"shipToLocationId\": \"" + Ids.next() + "\"")))
                .isEqualTo("/shipToLocationId");
    }

    @Test
    @DisplayName("SUP-02: an order in another currency needs a rate before it is submitted")
    void needsARate() {
        OrderView order =
                buying.draft(body(", \"currency\": \"USD\", \"items\": [" + line(buying.bolt, "1", "100") + "]"));

        assertThat(order.totalAmountBase()).isEqualByComparingTo("0");
        assertRefused(() -> buying.submit(order.id())).isEqualTo("exchange-rate-missing");
        OrderView rated = buying.patch(order.id(), "{\"exchangeRate\": 1.5}");
        assertThat(rated.totalAmountBase()).isEqualByComparingTo("165.00");
        assertThat(rated.exchangeDate()).isEqualTo(buying.neighbours.today());
        assertThat(buying.submit(order.id()).status()).isEqualTo(PurchaseOrderStatus.PENDING_APPROVAL);
    }

    @Test
    @DisplayName("SUP-03: a draft is edited at will and can go; an order that was sent only in notes and expected date")
    void staysOnceItWasSent() {
        UUID order = buying.draft("2", "10").id();
        buying.patch(order, "{\"notes\": \"soon\", \"items\": [" + line(buying.bolt, "4", "10") + "]}");
        assertThat(buying.read(order).totalAmount()).isEqualByComparingTo("44.00");
        buying.submit(order);

        assertRefused(() -> buying.patch(order, "{\"notes\": \"later\"}")).isEqualTo("invalid-state");
        buying.approve(order);
        buying.as(buying.buyer).call(() -> buying.orders.order(order));

        assertThat(buying.patch(order, "{\"notes\": \"now\", \"expectedDeliveryDate\": \"2026-04-01\"}")
                        .expectedDeliveryDate())
                .isEqualTo(LocalDate.parse("2026-04-01"));
        assertThat(refusal(() -> buying.patch(order, "{\"shippingAmount\": 3, \"notes\": \"x\"}"))
                        .errors())
                .extracting(error -> error.pointer())
                .containsExactly("/shippingAmount");
        assertRefused(() -> buying.as(buying.buyer).run(() -> buying.orders.delete(order)))
                .isEqualTo("invalid-state");
        UUID draft = buying.draft("1", "1").id();
        buying.as(buying.buyer).run(() -> buying.orders.delete(draft));
        assertRefused(() -> buying.read(draft)).isEqualTo("not-found");
    }

    @Test
    @DisplayName("SUP-03: single lines change while the order is a draft, and the order with them")
    void changesSingleLines() {
        OrderView order = buying.draft("2", "10");
        OrderInput.Line more = Wire.read(line(buying.trade.shelf.put("Nut"), "10", "0.5"), OrderInput.Line.class);

        ItemView added = buying.as(buying.buyer)
                .call(() -> buying.items.create(order.id(), more).body());

        assertThat(added.lineNumber()).isEqualTo(2);
        assertThat(added.lineTotal()).isEqualByComparingTo("5.50");
        OrderView longer = buying.read(order.id());
        assertThat(longer.totalAmount()).isEqualByComparingTo("27.50");
        assertThat(longer.version()).isGreaterThan(order.version());
        ItemView changed = buying.as(buying.buyer)
                .ifMatch(added.version())
                .call(() -> buying.items.update(
                        order.id(), added.id(), Wire.patch("{\"quantity\": 20}", OrderInput.Line.class)));
        assertThat(changed.lineSubtotal()).isEqualByComparingTo("10.00");
        buying.as(buying.buyer).run(() -> buying.items.delete(order.id(), added.id()));
        assertThat(buying.read(order.id()).totalAmount()).isEqualByComparingTo("22.00");
        buying.submit(order.id());
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.items.create(order.id(), more)))
                .isEqualTo("invalid-state");
    }

    @Test
    @DisplayName("SUP-04: an order is submitted with lines, goods that can be bought and a supplier that is active")
    void isSubmittedWhenItCanBe() {
        UUID empty = buying.draft(body("")).id();
        UUID old = buying.trade.shelf.put("Old", ProductStatus.INACTIVE, true, "10", null);
        UUID unbuyable =
                buying.draft(body(", \"items\": [" + line(old, "1", "1") + "]")).id();

        assertInvalid(() -> buying.submit(empty)).isEqualTo("/items");
        assertInvalid(() -> buying.submit(unbuyable)).isEqualTo("/items/0/productId");
        UUID order = buying.draft("1", "10").id();
        buying.trade.patch(buying.supplier, "{\"minimumOrderValue\": 50, \"maximumOrderValue\": 1000}");
        OrderView small = buying.submit(order);
        assertThat(small.status()).isEqualTo(PurchaseOrderStatus.PENDING_APPROVAL);
        assertThat(small.warnings()).singleElement().asString().contains("50");
        UUID large = buying.draft("1", "1000.01").id();
        assertInvalid(() -> buying.submit(large)).isEqualTo("/items");
    }

    @Test
    @DisplayName("SUP-16: a line without a price takes the supplier's, and 0 with a warning where there is none")
    void takesTheSuppliersPrice() {
        buying.trade.price(buying.supplier, buying.bolt, "8.00", ", \"supplierProductCode\": \"B-8\"");
        UUID unknown = buying.trade.shelf.put("Unknown");

        OrderView order = buying.draft(body(", \"items\": [{\"productId\": \"" + buying.bolt + "\", \"quantity\": 2},"
                + " {\"productId\": \"" + unknown + "\", \"quantity\": 1}]"));

        assertThat(order.items().get(0).unitPrice()).isEqualByComparingTo("8.00");
        assertThat(order.items().get(0).supplierProductCode()).isEqualTo("B-8");
        assertThat(order.items().get(0).priceListId()).isNotNull();
        assertThat(order.items().get(1).unitPrice()).isEqualByComparingTo("0");
        assertThat(order.warnings()).singleElement().asString().startsWith("Line 2");
    }

    @Test
    @DisplayName("SUP-20: an order is cancelled until something was received; then only what is left is")
    void isCancelledInTime() {
        UUID sent = buying.sent("10", "1").id();
        UUID begun = buying.sent("10", "1").id();
        buying.receiveSome(begun, "4");
        var why = new Cancelled("Too late");

        assertThat(buying.as(buying.buyer)
                        .call(() -> buying.orders.cancel(sent, why))
                        .status())
                .isEqualTo(PurchaseOrderStatus.CANCELLED);
        assertThat(buying.trade.told(sent)).contains("suppliers.order.cancelled");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.cancel(begun, why)))
                .isEqualTo("goods-received");
        OrderView cut = buying.as(buying.buyer).call(() -> buying.orders.cancelRemaining(begun));
        assertThat(cut.status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
        assertThat(cut.items().get(0).quantityCancelled()).isEqualByComparingTo("6");
        assertThat(cut.items().get(0).quantityPending()).isEqualByComparingTo("0");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.cancelRemaining(begun)))
                .isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("SUP-25: suspended suppliers get no new orders; what is under way is still received")
    void givesNothingToSuspendedSuppliers() {
        UUID approved = buying.draft("1", "1").id();
        buying.submit(approved);
        buying.approve(approved);
        UUID waiting = buying.draft("1", "1").id();
        UUID sent = buying.sent("1", "1").id();
        buying.trade.organization.sql(
                "suppliers",
                "update suppliers.suppliers set status = 'suspended', status_reason = 'x' where id = ?",
                buying.supplier);

        assertRefused(() -> buying.draft("1", "1")).isEqualTo("supplier-not-orderable");
        assertRefused(() -> buying.submit(waiting)).isEqualTo("supplier-not-orderable");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.order(approved)))
                .isEqualTo("supplier-not-orderable");
        assertThat(buying.read(approved).status()).isEqualTo(PurchaseOrderStatus.APPROVED);
        buying.receiveAll(sent);
        assertThat(buying.read(sent).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
    }

    @Test
    void refusesWhatCannotBeKept() {
        assertInvalid(() -> buying.draft("999999999", "9999999999")).isEqualTo("/items/0/quantity");
        assertInvalid(() -> buying.draft(body(", \"currency\": \"ZZZ\""))).isEqualTo("/currency");
        assertInvalid(() -> buying.draft(body(", \"currency\": \"USD\", \"exchangeRate\": 9999999999, \"items\": ["
                        + line(buying.bolt, "1", "10") + "]")))
                .isEqualTo("/items");
    }

    @Test
    void refusesActsOfOtherStates() {
        UUID draft = buying.draft("1", "1").id();

        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.withdraw(draft)))
                .isEqualTo("invalid-transition");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.reopen(draft)))
                .isEqualTo("invalid-transition");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.order(draft)))
                .isEqualTo("invalid-transition");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.close(draft, Optional.empty())))
                .isEqualTo("invalid-transition");
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.orders.cancelRemaining(draft)))
                .isEqualTo("invalid-transition");
        assertRefused(() -> buying.receiveAll(draft)).isEqualTo("invalid-transition");
        buying.submit(draft);
        assertRefused(() -> buying.submit(draft)).isEqualTo("invalid-transition");
    }

    @Test
    void goesBackToDraft() {
        UUID order = buying.draft("1", "1").id();
        buying.submit(order);

        assertThat(buying.as(buying.buyer)
                        .call(() -> buying.orders.withdraw(order))
                        .status())
                .isEqualTo(PurchaseOrderStatus.DRAFT);
        buying.submit(order);
        buying.approve(order);
        OrderView reopened = buying.as(buying.buyer).call(() -> buying.orders.reopen(order));
        assertThat(reopened.status()).isEqualTo(PurchaseOrderStatus.DRAFT);
        assertThat(reopened.approvedBy()).isNull();
    }

    @Test
    void isFoundBySupplierAndByWords() {
        UUID order =
                buying.draft(body(", \"internalReference\": \"Kitchen job\"")).id();
        buying.draft(body(""));

        List<UUID> found = buying
                .trade
                .organization
                .read(() -> buying.orders.list(new ListQuery(
                        10,
                        Optional.empty(),
                        Optional.of("-createdAt"),
                        java.util.Map.of("search", "kitchen", "supplierId", buying.supplier.toString()),
                        true)))
                .items()
                .stream()
                .map(OrderView::id)
                .toList();

        assertThat(found).containsExactly(order);
    }
}
