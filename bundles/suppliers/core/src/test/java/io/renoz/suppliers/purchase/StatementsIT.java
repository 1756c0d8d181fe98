package io.renoz.suppliers.purchase;

import static io.renoz.suppliers.Trade.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done with many lines takes no more statements than what is done with one. */
class StatementsIT {

    private final Buying buying = new Buying();

    private UUID draft(int lines) {
        String items = IntStream.range(0, lines)
                .mapToObj(i -> Buying.line(buying.bolt, "2", "5"))
                .collect(Collectors.joining(","));
        return buying.draft("{\"supplierId\": \"" + buying.supplier + "\", \"items\": [" + items + "]}")
                .id();
    }

    private static long statements(Callable<?> work) throws Exception {
        long before = PLATFORM.statements();
        work.call();
        return PLATFORM.statements() - before;
    }

    private void same(String what, Callable<?> one, Callable<?> twenty) throws Exception {
        long few = statements(one);
        long many = statements(twenty);
        assertThat(many).as(what + ": " + few + " statements for one line").isLessThanOrEqualTo(few);
    }

    @Test
    void growsNotWithTheLines() throws Exception {
        draft(1);
        same("create", () -> draft(1), () -> draft(20));
        UUID one = draft(1);
        UUID twenty = draft(20);
        same("get", () -> buying.read(one), () -> buying.read(twenty));
        same("submit", () -> buying.submit(one), () -> buying.submit(twenty));
        buying.approve(one);
        buying.approve(twenty);
        same("order", () -> order(one), () -> order(twenty));
        same("receive", () -> buying.receiveAll(one), () -> buying.receiveAll(twenty));
        UUID receiptOfOne = receipt(one);
        UUID receiptOfTwenty = receipt(twenty);
        same("receipt", () -> buying.receipt(receiptOfOne), () -> buying.receipt(receiptOfTwenty));
        same("reverse", () -> reverse(receiptOfOne), () -> reverse(receiptOfTwenty));
    }

    @Test
    void readsAPageOfOrdersAtOnce() throws Exception {
        draft(3);
        Callable<?> list = () -> buying.trade.organization.read(() -> buying.orders.list(ListQuery.first(50)));
        long few = statements(list);
        for (int i = 0; i < 5; i++) {
            draft(3);
        }

        assertThat(statements(list)).isEqualTo(few);
    }

    private Object order(UUID order) {
        return buying.as(buying.buyer).call(() -> buying.orders.order(order));
    }

    private UUID receipt(UUID order) {
        return buying.trade
                .organization
                .read(() -> buying.receipts.list(new ListQuery(
                        1,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Map.of("purchaseOrderId", order.toString()),
                        false)))
                .items()
                .get(0)
                .id();
    }

    private Object reverse(UUID receipt) {
        return buying.as(buying.buyer)
                .call(() -> buying.receipts.reverse(
                        receipt, new io.renoz.suppliers.purchase.receipt.ReceiptResource.Reversed("x")));
    }
}
