package io.renoz.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.inventory.stock.Fifo.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FifoTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static Slice layer(int n, String quantity, String cost) {
        return new Slice(new UUID(0, n), FIRST.plusSeconds(n), new BigDecimal(quantity), new BigDecimal(cost), null);
    }

    @Test
    @DisplayName("INV-07: 3 units for 10.00 leave as 3.33, 3.34, 3.33")
    void givesOutTheWholeCost() {
        Slice layer = layer(1, "3.000", "10.00");
        var costs = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            Slice part = layer.part(new BigDecimal("1.000"));
            costs.add(part.cost().toPlainString());
            layer = layer.without(part);
        }
        assertThat(costs).containsExactly("3.33", "3.34", "3.33");
        assertThat(layer.empty()).isTrue();
        assertThat(layer.cost()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("INV-07: the oldest goes first, one received at the same time by its id")
    void oldestFirst() {
        Slice twin =
                new Slice(new UUID(0, 3), FIRST.plusSeconds(1), new BigDecimal("1.000"), new BigDecimal("9.00"), null);
        Outcome taken = Fifo.take(
                List.of(layer(2, "5.000", "50.00"), twin, layer(1, "2.000", "10.00")), new BigDecimal("4.000"), null);
        assertThat(taken.taken())
                .extracting(Slice::layer)
                .containsExactly(new UUID(0, 1), new UUID(0, 3), new UUID(0, 2));
        assertThat(taken.cost()).isEqualByComparingTo("29.00");
        assertThat(taken.missing()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("INV-07: a layer that is preferred goes before older ones")
    void preferredFirst() {
        Outcome taken = Fifo.take(
                List.of(layer(1, "2.000", "10.00"), layer(2, "5.000", "50.00")),
                new BigDecimal("1.000"),
                new UUID(0, 2));
        assertThat(taken.cost()).isEqualByComparingTo("10.00");
    }

    @Property(tries = 300)
    void overItsLifeALayerGivesOutExactlyItsCost(
            @ForAll("layers") List<Slice> layers, @ForAll("parts") List<BigDecimal> parts) {
        BigDecimal cost = layers.stream().map(Slice::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal goods = layers.stream().map(Slice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Slice> left = new ArrayList<>(layers);
        BigDecimal out = BigDecimal.ZERO;
        BigDecimal gone = BigDecimal.ZERO;
        BigDecimal missing = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            Outcome outcome = Fifo.take(left, part, null);
            out = out.add(outcome.cost());
            gone = gone.add(part.subtract(outcome.missing()));
            missing = missing.add(outcome.missing());
            left = without(left, outcome.taken());
            assertThat(left)
                    .allMatch(slice ->
                            slice.cost().signum() >= 0 && slice.quantity().signum() >= 0);
        }
        BigDecimal stays = left.stream().map(Slice::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(out.add(stays)).isEqualByComparingTo(cost);
        assertThat(gone).isEqualByComparingTo(goods.min(gone.add(missing)));
        if (gone.compareTo(goods) == 0) {
            assertThat(stays).isEqualByComparingTo("0");
        }
    }

    private static List<Slice> without(List<Slice> layers, List<Slice> taken) {
        var byId = new HashMap<UUID, Slice>();
        layers.forEach(slice -> byId.put(slice.layer(), slice));
        taken.forEach(part -> byId.computeIfPresent(part.layer(), (id, slice) -> slice.without(part)));
        return byId.values().stream().filter(slice -> !slice.empty()).toList();
    }

    @Property(tries = 300)
    void aDebtIsServedAndWhatIsLeftKeepsItsValue(
            @ForAll("quantity") BigDecimal missing,
            @ForAll("money") BigDecimal debt,
            @ForAll("quantity") BigDecimal quantity,
            @ForAll("money") BigDecimal cost) {
        Slice incoming = Slice.fresh(FIRST, quantity, cost, null);
        Fifo.Settlement settled = Fifo.settle(missing, debt, incoming);
        BigDecimal left =
                settled.left() == null ? BigDecimal.ZERO : settled.left().cost();
        BigDecimal value = debt.negate().add(cost).add(settled.correction());
        if (quantity.compareTo(missing) >= 0) {
            assertThat(value).isEqualByComparingTo(left);
        } else {
            assertThat(settled.left()).isNull();
            assertThat(value).isBetween(debt.negate(), BigDecimal.ZERO);
        }
    }

    @Property(tries = 300)
    void aChangeOfValueIsSpreadToTheCent(@ForAll("layers") List<Slice> layers, @ForAll("change") BigDecimal change) {
        BigDecimal worth = layers.stream().map(Slice::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> shares = Fifo.spread(layers, change);
        if (worth.add(change).signum() < 0 || layers.isEmpty()) {
            assertThat(shares).isEmpty();
        } else {
            assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(change);
            for (int i = 0; i < shares.size(); i++) {
                assertThat(layers.get(i).cost().add(shares.get(i))).isNotNegative();
            }
        }
    }

    @Provide
    Arbitrary<BigDecimal> quantity() {
        return Arbitraries.integers().between(1, 50_000).map(n -> BigDecimal.valueOf(n, 3));
    }

    @Provide
    Arbitrary<BigDecimal> money() {
        return Arbitraries.integers().between(0, 100_000).map(n -> BigDecimal.valueOf(n, 2));
    }

    @Provide
    Arbitrary<BigDecimal> change() {
        return Arbitraries.integers().between(-100_000, 100_000).map(n -> BigDecimal.valueOf(n, 2));
    }

    @Provide
    Arbitrary<List<BigDecimal>> parts() {
        return quantity().list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Slice>> layers() {
        return Combinators.combine(quantity(), money(), Arbitraries.integers().between(0, 5))
                .as((quantity, cost, second) ->
                        new Slice(UUID.randomUUID(), FIRST.plusSeconds(second), quantity, cost, null))
                .list()
                .ofMaxSize(8);
    }
}
