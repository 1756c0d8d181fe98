package io.renoz.inventory.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.inventory.Depot;
import io.renoz.inventory.Together;
import io.renoz.inventory.api.DemandRef;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RaceIT {

    private static final int CLIENTS = 16;

    private final Depot depot = new Depot();

    private static Callable<?>[] each(java.util.function.IntFunction<Callable<?>> work) {
        return IntStream.range(0, CLIENTS).mapToObj(work).toArray(Callable<?>[]::new);
    }

    @Test
    @DisplayName("INV-03: of 16 who want the last unit one gets it")
    void lastUnit() throws Exception {
        UUID product = depot.catalog.pieces();
        depot.receive(product, "1", "10.00");
        int done = Together.run(each(i -> () -> depot.reserve(Ids.next(), product, "1")));
        assertThat(done).isEqualTo(1);
        assertThat(depot.available(product)).isEqualByComparingTo("0");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-03: 16 clients reserve and cancel, receive and ship, and nothing is oversold")
    void reserveAndCancel() throws Exception {
        UUID product = depot.catalog.pieces();
        depot.receive(product, "5", "17.00");
        var shipped = new AtomicInteger();
        Together.run(each(i -> () -> {
            for (int n = 0; n < 12; n++) {
                UUID line = Ids.next();
                try {
                    depot.reserve(line, product, "1");
                    if (n % 3 == 0) {
                        depot.ship(line, product, "1");
                        shipped.incrementAndGet();
                        depot.receive(product, "1", "3.33");
                    } else {
                        depot.in(() ->
                                depot.reservations.release(new DemandRef(Depot.ORDER_LINE, line), "Changed mind"));
                    }
                } catch (io.renoz.problem.Problem problem) {
                    assertThat(problem.slug()).isEqualTo("insufficient-stock");
                }
            }
            return i;
        }));
        assertThat(shipped.get()).isPositive();
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("5");
        assertThat(depot.only(product).quantityAllocated()).isEqualByComparingTo("0");
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-02, INV-08: a thousand mixed transactions over many balances end without a deadlock and add up")
    void mixed() throws Exception {
        List<UUID> products = new ArrayList<>();
        List<UUID> bins = new ArrayList<>(List.of(depot.mainRoot));
        for (int i = 0; i < 3; i++) {
            bins.add(depot.bin(depot.main, "B" + i, ""));
        }
        for (int i = 0; i < 5; i++) {
            products.add(depot.catalog.pieces());
            depot.receive(products.get(i), "20", "99.99");
        }
        var committed = new AtomicInteger();
        Together.run(each(i -> () -> {
            for (int n = 0; n < 63; n++) {
                try {
                    turn(products, bins);
                    committed.incrementAndGet();
                } catch (io.renoz.problem.Problem problem) {
                    assertThat(problem.slug()).isIn("insufficient-stock", "already-reversed");
                    committed.incrementAndGet();
                }
            }
            return i;
        }));
        assertThat(committed.get()).isEqualTo(CLIENTS * 63);
        assertThat(depot.contradictions()).isEmpty();
    }

    private void turn(List<UUID> products, List<UUID> bins) {
        var random = ThreadLocalRandom.current();
        UUID one = products.get(random.nextInt(products.size()));
        UUID other = products.get(random.nextInt(products.size()));
        UUID line = Ids.next();
        switch (random.nextInt(5)) {
            case 0 -> depot.receive(one, "3", "10.00");
            case 1 -> depot.ship(line, one, "2");
            case 2 -> {
                depot.reserve(line, one, "2");
                depot.in(() -> depot.reservations.release(new DemandRef(Depot.ORDER_LINE, line), "Enough"));
            }
            case 3 ->
                depot.act(depot.stock::move, StockBodies.Moving.class, """
                {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1},
                           {"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1}]}
                """.formatted(
                                one, bins.get(0), bins.get(1), other, bins.get(0), bins.get(2)));
            default -> {
                UUID posting = depot.ship(line, one, "1").id();
                depot.in(() -> depot.postings.reverse(posting, "Wrong address"));
            }
        }
    }
}
