package io.renoz.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.orders.api.CreditSource;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.payment.PaymentResource.View;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Whatever is done with the money of an order, in whatever order, its balance is right. */
class BalancePropertiesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Something done, to the {@code which}-th record there is, with so many cents. */
    record Step(Act act, int which, int cents) {}

    enum Act {
        PAY,
        REFUND,
        VOID,
        CREDIT,
        RELEASE
    }

    private static @Nullable Till till;

    private static synchronized Till till() {
        Till open = till == null ? new Till() : till;
        till = open;
        return open;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 12_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    @Label("ORD-19, ORD-20, ORD-21: paid + credited + due = total; nothing is negative that may not be")
    void addsUp(@ForAll("steps") List<Step> steps) {
        UUID order = till().yard.owing("100.00");
        List<UUID> payments = new ArrayList<>();
        List<UUID> credits = new ArrayList<>();
        for (Step step : steps) {
            BigDecimal before = till().yard.read(order).balanceDue();
            boolean done = tried(step, order, payments, credits);
            OrderView now = till().yard.read(order);
            assertThat(now.paidAmount().add(now.creditedAmount()).add(now.balanceDue()))
                    .isEqualByComparingTo(now.total());
            assertThat(now.paidAmount()).isNotNegative();
            assertThat(now.creditedAmount()).isNotNegative();
            assertThat(now.balanceDue()).isNotNegative();
            assertThat(done || now.balanceDue().compareTo(before) == 0).isTrue();
            BigDecimal owed =
                    till().yard.organization.read(() -> till().reads.balanceAsOf(till().yard.customer, TODAY));
            assertThat(owed).isEqualByComparingTo(everything());
        }
    }

    /** Nothing is invoiced here, so the ledger holds what was paid and credited for all orders. */
    private static BigDecimal everything() {
        return till().yard
                .organization
                .read(() -> (BigDecimal) io.renoz.orders.Yard.TABLES
                        .entities()
                        .createQuery("select coalesce(sum(o.paidAmount + o.creditedAmount), 0) from Order o")
                        .getSingleResult())
                .negate();
    }

    private static boolean tried(Step step, UUID order, List<UUID> payments, List<UUID> credits) {
        String amount = BigDecimal.valueOf(step.cents, 2).toPlainString();
        try {
            switch (step.act) {
                case PAY -> payments.add(till().pay(order, amount).id());
                case REFUND -> {
                    View refund = till().refund(one(payments, step.which), amount);
                    payments.add(refund.id());
                }
                case VOID -> till().cancel(one(payments, step.which));
                case CREDIT -> {
                    UUID source = UUID.randomUUID();
                    till().yard.organization.run(() -> till().ledger
                            .applyCredit(
                                    order,
                                    till().yard.customer,
                                    CreditSource.CREDIT_NOTE,
                                    source,
                                    null,
                                    new BigDecimal(amount),
                                    TODAY));
                    credits.add(source);
                }
                case RELEASE ->
                    till().yard.organization.run(() -> till().ledger
                            .releaseCredit(CreditSource.CREDIT_NOTE, one(credits, step.which)));
            }
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static UUID one(List<UUID> of, int which) {
        if (of.isEmpty()) {
            throw Problem.notFound("record");
        }
        return of.get(which % of.size());
    }
}
