package io.renoz.financial.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.Money;
import io.renoz.financial.plan.Allocating.Link;
import io.renoz.financial.plan.Allocating.Owed;
import io.renoz.financial.plan.Allocating.Paid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllocatingTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID PAYMENT = new UUID(2, 1);
    private static final UUID LATER = new UUID(2, 2);
    private static final List<Owed> HALVES = List.of(owed(FIRST, 50), owed(SECOND, 50));

    private static Owed owed(UUID id, int amount) {
        return new Owed(id, BigDecimal.valueOf(amount * 100L, 2));
    }

    private static Paid paid(UUID id, int amount) {
        return new Paid(id, BigDecimal.valueOf(amount * 100L, 2));
    }

    private static Link link(UUID instalment, UUID payment, int amount) {
        return new Link(instalment, payment, BigDecimal.valueOf(amount * 100L, 2));
    }

    private static List<Link> settle(List<Paid> payments, int refunded, List<Link> links) {
        return Allocating.settle(HALVES, payments, BigDecimal.valueOf(refunded), links);
    }

    @Test
    @DisplayName("FIN-11: the oldest instalments are paid first")
    void paysOldestFirst() {
        assertThat(settle(List.of(paid(PAYMENT, 70)), 0, List.of()))
                .containsExactly(link(FIRST, PAYMENT, 50), link(SECOND, PAYMENT, 20));
    }

    @Test
    @DisplayName("FIN-11: repeating it changes nothing")
    void isHarmlessTwice() {
        List<Link> once = settle(List.of(paid(PAYMENT, 70)), 0, List.of());

        assertThat(settle(List.of(paid(PAYMENT, 70)), 0, once)).isEqualTo(once);
    }

    @Test
    @DisplayName("FIN-11: refunds take allocations back, newest first, and a voided payment takes its own along")
    void takesBack() {
        List<Link> both = settle(List.of(paid(PAYMENT, 50), paid(LATER, 30)), 0, List.of());

        assertThat(settle(List.of(paid(PAYMENT, 50), paid(LATER, 30)), 40, both))
                .containsExactly(link(FIRST, PAYMENT, 40));
        assertThat(settle(List.of(paid(LATER, 30)), 0, both)).containsExactly(link(SECOND, LATER, 30));
    }

    @Provide
    Arbitrary<List<Integer>> cents() {
        return Arbitraries.integers().between(1, 20_000).list().ofMaxSize(12);
    }

    @Property(tries = 300)
    @Label(
            "FIN-11: instalments never get more than they are or payments give, and nothing lies idle while something is open")
    void keepsTheSums(
            @ForAll("cents") List<Integer> amounts,
            @ForAll("cents") List<Integer> payments,
            @ForAll @IntRange(max = 100) int refundedPercent) {
        List<Owed> owed = new ArrayList<>();
        amounts.forEach(cents -> owed.add(new Owed(new UUID(1, owed.size()), BigDecimal.valueOf(cents, 2))));
        List<Paid> paid = new ArrayList<>();
        payments.forEach(cents -> paid.add(new Paid(new UUID(2, paid.size()), BigDecimal.valueOf(cents, 2))));
        BigDecimal in = Money.sum(paid.stream().map(Paid::amount).toList());
        BigDecimal refunded = Money.share(in, BigDecimal.valueOf(refundedPercent), Money.HUNDRED);
        List<Link> before = Allocating.settle(owed, paid, BigDecimal.ZERO, List.of());

        List<Link> links = Allocating.settle(owed, paid, refunded, before);

        BigDecimal due = Money.sum(owed.stream().map(Owed::amount).toList());
        assertThat(Money.sum(links.stream().map(Link::amount).toList()))
                .isEqualByComparingTo(due.min(in.subtract(refunded)));
        assertThat(links).allSatisfy(link -> assertThat(link.amount()).isPositive());
        for (Owed one : owed) {
            assertThat(Money.sum(links.stream()
                            .filter(link -> link.instalment().equals(one.instalment()))
                            .map(Link::amount)
                            .toList()))
                    .isLessThanOrEqualTo(one.amount());
        }
        for (Paid one : paid) {
            assertThat(Money.sum(links.stream()
                            .filter(link -> link.payment().equals(one.payment()))
                            .map(Link::amount)
                            .toList()))
                    .isLessThanOrEqualTo(one.amount());
        }
        assertThat(Allocating.settle(owed, paid, refunded, links)).isEqualTo(links);
    }
}
