package io.renoz.suppliers.purchase.receipt;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.problem.Problem;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.Together;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.Buying;
import io.renoz.suppliers.purchase.cost.CostResource;
import io.renoz.suppliers.purchase.cost.LandedCostResource;
import io.renoz.suppliers.purchase.cost.MatchResource;
import io.renoz.suppliers.purchase.order.InvoiceMatchStatus;
import io.renoz.suppliers.purchase.order.ItemView;
import io.renoz.suppliers.purchase.order.OrderView;
import io.renoz.suppliers.purchase.receipt.ReceiptResource.Reversed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceiptIT {

    private final Buying buying = new Buying();

    private ItemView line(UUID order) {
        return buying.read(order).items().get(0);
    }

    private String some(UUID order, String more) {
        return "{\"lines\": [{\"purchaseOrderItemId\": \"" + line(order).id() + "\"" + more + "}]}";
    }

    private ReceiptView reverse(UUID receipt) {
        return buying.as(buying.buyer).call(() -> buying.receipts.reverse(receipt, new Reversed("Wrong order")));
    }

    private OrderView match(UUID order, String json) {
        return buying.as(buying.boss)
                .call(() -> buying.invoices.match(order, Wire.read(json, MatchResource.Invoice.class)));
    }

    private CostResource.View cost(UUID order, String json) {
        return buying.as(buying.boss).call(() -> buying.orderCosts
                .create(order, Wire.read(json, CostResource.Input.class))
                .body());
    }

    @Test
    @DisplayName("SUP-09: no more is accepted than is pending and the tolerance; what is rejected stays pending")
    void holdsTheLimit() {
        UUID order = buying.sent("10", "5").id();

        Problem refused = refusal(() -> buying.receiveSome(order, "10.5"));
        assertThat(refused.slug()).isEqualTo("over-receipt");
        assertThat((BigDecimal) refused.members().get("allowed")).isEqualByComparingTo("10");
        assertInvalid(() -> buying.receive(order, some(order, ", \"quantityReceived\": 4, \"quantityRejected\": 1")))
                .isEqualTo("/lines/0/rejectionReason");
        assertInvalid(() -> buying.receive(
                        order,
                        some(order, ", \"quantityReceived\": 4, \"quantityAccepted\": 2, \"quantityRejected\": 1")))
                .isEqualTo("/lines/0/quantityAccepted");

        ReceiptView receipt = buying.receive(
                order,
                some(order, ", \"quantityReceived\": 10, \"quantityRejected\": 3, \"rejectionReason\": \"damaged\""));

        assertThat(receipt.status()).isEqualTo(ReceiptStatus.PARTIALLY_ACCEPTED);
        assertThat(receipt.receiptNumber()).isEqualTo("GRN-2026-00001");
        assertThat(receipt.totalItemsExpected()).isEqualByComparingTo("10");
        assertThat(receipt.totalItemsAccepted()).isEqualByComparingTo("7");
        assertThat(line(order).quantityPending()).isEqualByComparingTo("3");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.PARTIAL_RECEIVED);
        assertRefused(() -> buying.receiveSome(order, "4")).isEqualTo("over-receipt");
        buying.neighbours.put(SuppliersSettings.CATEGORY, SuppliersSettings.OVER_RECEIPT_PERCENT, new Json("50.00"));
        buying.receiveSome(order, "4.5");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
        assertThat(buying.trade.told(receipt.id())).contains("suppliers.receipt.posted");
    }

    @Test
    @DisplayName("SUP-10: two receipts at the same moment do not exceed the limit together")
    void holdsTheLimitWhenTwoCome() throws Exception {
        for (int round = 0; round < 8; round++) {
            UUID order = buying.sent("10", "1").id();
            String six = some(order, ", \"quantityReceived\": 6");

            int done = Together.run(() -> buying.receive(order, six), () -> buying.receive(order, six));

            assertThat(done).isEqualTo(1);
            assertThat(line(order).quantityReceived()).isEqualByComparingTo("6");
        }
    }

    @Test
    @DisplayName("SUP-10: many small receipts at once come to exactly what was ordered")
    void takesExactlyWhatWasOrdered() throws Exception {
        UUID order = buying.sent("5", "1").id();
        String one = some(order, ", \"quantityReceived\": 1");
        var works = new java.util.concurrent.Callable<?>[8];
        java.util.Arrays.fill(works, (java.util.concurrent.Callable<?>) () -> buying.receive(order, one));

        assertThat(Together.run(works)).isEqualTo(5);
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
    }

    @Test
    @DisplayName("SUP-12: the status follows what is pending, the day of delivery the last receipt")
    void followsWhatIsPending() {
        UUID order = buying.sent(buying.draft("{\"supplierId\": \"" + buying.supplier + "\", \"items\": ["
                                + Buying.line(buying.bolt, "2", "5") + "," + Buying.line(buying.bolt, "1", "5") + "]}")
                        .id())
                .id();

        buying.receiveSome(order, "2");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.PARTIAL_RECEIVED);
        assertThat(buying.read(order).actualDeliveryDate()).isEqualTo(buying.neighbours.today());
        buying.neighbours.clock.forward(Duration.ofDays(2));
        buying.receiveAll(order);
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
        assertThat(buying.read(order).actualDeliveryDate()).isEqualTo(buying.neighbours.today());
        assertRefused(() -> buying.receiveAll(order)).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("SUP-13: goods are worth their price in our currency and their share of the capitalised costs")
    void landsCosts() {
        buying.keepStock();
        UUID order = buying.sent(buying.draft("{\"supplierId\": \"" + buying.supplier
                                + "\", \"currency\": \"USD\", \"exchangeRate\": 2, \"items\": ["
                                + Buying.line(buying.bolt, "10", "3") + "]}")
                        .id())
                .id();
        cost(order, "{\"costType\": \"freight\", \"amount\": 10, \"currency\": \"AUD\"}");
        cost(order, "{\"costType\": \"handling\", \"amount\": 7, \"currency\": \"AUD\", \"isCapitalized\": false}");

        LandedCostResource.Preview preview = buying.trade.organization.read(() -> buying.landedCost.get(order));
        ReceiptView receipt = buying.receiveSome(order, "4");

        assertThat(preview.goods()).isEqualByComparingTo("60");
        assertThat(preview.capitalized()).isEqualByComparingTo("10");
        assertThat(preview.expensed()).isEqualByComparingTo("7");
        assertThat(preview.lines().get(0).landedUnitCost()).isEqualByComparingTo("7.00");
        assertThat(receipt.items().get(0).unitCostBase()).isEqualByComparingTo("6.00");
        assertThat(receipt.items().get(0).landedCostTotal()).isEqualByComparingTo("28.00");
        assertThat(line(order).landedUnitCost()).isEqualByComparingTo("7.00");
        ReceiveCommand posted = buying.depot.received.get(0);
        assertThat(posted.lines().get(0).totalCost()).isEqualByComparingTo("28.00");
        assertThat(posted.lines().get(0).sourceCurrency()).isEqualTo("USD");
        assertThat(receipt.inventoryPostingId()).isNotNull();
    }

    @Test
    void booksGoodsInOnceTheyAreInspected() {
        buying.keepStock();
        buying.trade.patch(buying.supplier, "{\"inspectionRequirement\": \"full\"}");
        UUID order = buying.sent("10", "5").id();

        ReceiptView waiting = buying.receiveAll(order);

        assertThat(waiting.status()).isEqualTo(ReceiptStatus.PENDING_INSPECTION);
        assertThat(waiting.totalItemsReceived()).isEqualByComparingTo("10");
        assertThat(waiting.totalItemsAccepted()).isEqualByComparingTo("0");
        assertThat(buying.depot.received).isEmpty();
        assertThat(line(order).landedUnitCost()).isNull();
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
        java.time.LocalDate came = buying.neighbours.today();
        buying.neighbours.clock.forward(Duration.ofDays(3));
        String lines =
                "{\"lines\": [{\"receiptItemId\": \"" + waiting.items().get(0).id()
                        + "\", \"quantityRejected\": 4, \"rejectionReason\": \"quality_issue\"}]}";
        ReceiptView inspected = buying.as(buying.buyer)
                .call(() -> buying.receipts.inspect(waiting.id(), Optional.of(Wire.read(lines, Inspection.class))));
        assertThat(inspected.status()).isEqualTo(ReceiptStatus.PARTIALLY_ACCEPTED);
        assertThat(inspected.inspectionCompletedBy()).isEqualTo(buying.buyer);
        assertThat(buying.depot.received.get(0).lines().get(0).quantity()).isEqualByComparingTo("6");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.PARTIAL_RECEIVED);
        assertThat(line(order).quantityPending()).isEqualByComparingTo("4");
        assertThat(line(order).landedUnitCost()).isEqualByComparingTo("5.00");
        assertThat(buying.read(order).actualDeliveryDate()).isEqualTo(came);
        assertRefused(() -> buying.as(buying.buyer).call(() -> buying.receipts.inspect(waiting.id(), Optional.empty())))
                .isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName(
            "SUP-19: an order is closed when the invoice matches what was accepted, or finance accepts the variance")
    void matchesInvoices() {
        UUID order = buying.sent("10", "10").id();
        buying.receiveSome(order, "4");
        assertThat(match(order, "{\"supplierInvoiceNumber\": \"A1\", \"supplierInvoiceAmount\": 110}")
                        .invoiceMatchStatus())
                .isEqualTo(InvoiceMatchStatus.QUANTITY_VARIANCE);
        assertRefused(() -> close(order)).isEqualTo("invalid-transition");
        buying.receiveAll(order);
        assertThat(buying.read(order).invoiceMatchStatus()).isEqualTo(InvoiceMatchStatus.MATCHED);
        cost(order, "{\"costType\": \"freight\", \"amount\": 20, \"isIncludedInTotal\": true}");
        assertThat(buying.read(order).invoiceMatchStatus()).isEqualTo(InvoiceMatchStatus.PRICE_VARIANCE);
        assertRefused(() -> close(order)).isEqualTo("invoice-unmatched");
        assertInvalid(() -> match(
                        order, "{\"supplierInvoiceNumber\": \"A1\", \"supplierInvoiceAmount\": 110, \"accept\": true}"))
                .isEqualTo("/reason");
        OrderView accepted = match(
                order,
                "{\"supplierInvoiceNumber\": \"A1\", \"supplierInvoiceAmount\": 110, \"accept\": true,"
                        + " \"reason\": \"Freight is theirs\"}");
        assertThat(accepted.invoiceMatchStatus()).isEqualTo(InvoiceMatchStatus.ACCEPTED);
        assertThat(accepted.internalNotes()).contains("Freight is theirs");
        assertThat(close(order).status()).isEqualTo(PurchaseOrderStatus.CLOSED);
        assertRefused(() -> cost(order, "{\"costType\": \"duty\", \"amount\": 1}"))
                .isEqualTo("invalid-state");

        UUID other = buying.sent("1", "1").id();
        buying.receiveAll(other);
        assertRefused(() -> match(other, "{\"supplierInvoiceNumber\": \"A1\", \"supplierInvoiceAmount\": 1.1}"))
                .isEqualTo("duplicate");
    }

    private OrderView close(UUID order) {
        return buying.as(buying.buyer).call(() -> buying.orders.close(order, Optional.empty()));
    }

    @Test
    @DisplayName("SUP-22: a receipt is reversed while its goods are here; the lines are open again")
    void isReversed() {
        buying.keepStock();
        UUID order = buying.sent("10", "5").id();
        ReceiptView first = buying.receiveSome(order, "4");
        ReceiptView second = buying.receiveAll(order);
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.RECEIVED);

        buying.depot.gone = true;
        assertRefused(() -> reverse(second.id())).isEqualTo("insufficient-stock");
        assertThat(buying.receipt(second.id()).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        buying.depot.gone = false;
        ReceiptView reversed = reverse(second.id());

        assertThat(reversed.status()).isEqualTo(ReceiptStatus.REVERSED);
        assertThat(buying.depot.reversed).containsExactly(Objects.requireNonNull(second.inventoryPostingId()));
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.PARTIAL_RECEIVED);
        assertThat(line(order).quantityPending()).isEqualByComparingTo("6");
        reverse(first.id());
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.ORDERED);
        assertThat(buying.read(order).actualDeliveryDate()).isNull();
        assertThat(line(order).landedUnitCost()).isNull();
        assertRefused(() -> reverse(first.id())).isEqualTo("invalid-transition");
        assertThat(buying.trade.told(first.id())).contains("suppliers.receipt.reversed");
    }

    @Test
    @DisplayName("SUP-24: with inventory off goods are received the same, no stock is posted, and places are addresses")
    void worksWithoutInventory() {
        UUID order = buying.sent("2", "5").id();

        ReceiptView receipt = buying.receiveSome(order, "1");

        assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(receipt.inventoryPostingId()).isNull();
        assertThat(receipt.items().get(0).landedCostTotal()).isEqualByComparingTo("5.00");
        assertInvalid(() -> buying.receive(order, "{\"locationId\": \"" + order + "\"}"))
                .isEqualTo("/locationId");
        buying.keepStock();
        reverse(receipt.id());
        assertThat(buying.depot.reversed).isEmpty();
    }

    @Test
    void pointsAtTheLineThatInventoryRefuses() {
        buying.keepStock();
        UUID order = buying.sent(buying.draft("{\"supplierId\": \"" + buying.supplier
                                + "\", \"items\": [{\"productName\": \"Help\", \"quantity\": 1, \"unitPrice\": 1},"
                                + Buying.line(buying.bolt, "1", "5") + "]}")
                        .id())
                .id();
        OrderView seen = buying.read(order);
        String both = "{\"lines\": [{\"purchaseOrderItemId\": \""
                + seen.items().get(0).id()
                + "\"}, {\"purchaseOrderItemId\": \"" + seen.items().get(1).id()
                + "\", \"serialNumbers\": [\"TWICE\"]}]}";

        Problem refused = refusal(() -> buying.receive(order, both));

        assertThat(refused.slug()).isEqualTo("serial-conflict");
        assertThat(refused.errors().get(0).pointer()).isEqualTo("/lines/1/serials");
        assertThat(buying.read(order).status()).isEqualTo(PurchaseOrderStatus.ORDERED);
    }
}
