package io.renoz.suppliers.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.suppliers.Together;
import io.renoz.suppliers.purchase.order.ItemView;
import io.renoz.suppliers.purchase.receipt.ReceiptResource.Reversed;
import io.renoz.suppliers.purchase.receipt.ReceiptStatus;
import io.renoz.suppliers.purchase.receipt.ReceiptView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AtOnceIT {

    private final Buying buying = new Buying();

    private Callable<?> receive(UUID order, UUID line) {
        String one = "{\"lines\": [{\"purchaseOrderItemId\": \"" + line + "\", \"quantityReceived\": 1}]}";
        return () -> buying.receive(order, one);
    }

    private List<ReceiptView> receipts(UUID order) {
        return buying.trade
                .organization
                .read(() -> buying.receipts.list(new ListQuery(
                        200, Optional.empty(), Optional.empty(), Map.of("purchaseOrderId", order.toString()), false)))
                .items();
    }

    @Test
    @DisplayName(
            "SUP-10: receipts, reversals, amendments and the giving up of the rest at once leave figures that agree")
    void agreesWhateverComesTogether() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID order = buying.sent("8", "1").id();
            UUID line = buying.read(order).items().get(0).id();
            UUID first = buying.receiveSome(order, "2").id();
            var works = new ArrayList<Callable<?>>();
            for (int i = 0; i < 5; i++) {
                works.add(receive(order, line));
            }
            works.add(() -> buying.as(buying.buyer).call(() -> buying.receipts.reverse(first, new Reversed("x"))));
            works.add(() -> buying.as(buying.buyer).call(() -> buying.orders.cancelRemaining(order)));
            works.add(() -> buying.amend(
                    order,
                    "{\"action\": \"change_line\", \"purchaseOrderItemId\": \"" + line + "\", \"newUnitPrice\": 0.9}"));

            Together.run(works.toArray(Callable[]::new));

            ItemView item = buying.read(order).items().get(0);
            BigDecimal standing = receipts(order).stream()
                    .filter(receipt -> receipt.status() != ReceiptStatus.REVERSED)
                    .map(ReceiptView::totalItemsReceived)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(item.quantityReceived()).isEqualByComparingTo(standing);
            assertThat(item.quantityReceived().add(item.quantityCancelled())).isLessThanOrEqualTo(item.quantity());
            assertThat(item.quantityPending())
                    .isEqualByComparingTo(
                            item.quantity().subtract(item.quantityReceived()).subtract(item.quantityCancelled()));
        }
    }
}
