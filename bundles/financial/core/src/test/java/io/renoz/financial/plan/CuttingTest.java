package io.renoz.financial.plan;

import static io.renoz.financial.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.Money;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.api.PlanSpec;
import io.renoz.financial.api.PlanSpec.CustomInstallment;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CuttingTest {

    private static final PlanSpec HALVES = PlanSpec.of(PaymentPlanType.FIFTY_FIFTY);
    private static final PlanSpec THIRDS = PlanSpec.of(PaymentPlanType.THIRDS);

    private static List<String> cut(PlanSpec spec, String total) {
        return Cutting.amounts(spec, new BigDecimal(total)).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static PlanSpec custom(boolean percent, String... values) {
        return new PlanSpec(
                PaymentPlanType.CUSTOM,
                null,
                null,
                Arrays.stream(values)
                        .map(value ->
                                part(percent ? null : new BigDecimal(value), percent ? new BigDecimal(value) : null))
                        .toList());
    }

    private static CustomInstallment part(@Nullable BigDecimal amount, @Nullable BigDecimal percent) {
        return new CustomInstallment(null, InstallmentTrigger.ON_DELIVERY, null, 0, amount, percent);
    }

    @Test
    @DisplayName("FIN-08: halves, thirds and months as the rule has them")
    void cutsByType() {
        assertThat(cut(HALVES, "100.01")).containsExactly("50.01", "50.00");
        assertThat(cut(THIRDS, "100.00")).containsExactly("33.00", "33.00", "34.00");
        assertThat(cut(PlanSpec.monthly(3), "100.00")).containsExactly("33.33", "33.33", "33.34");
    }

    @Test
    @DisplayName("FIN-08: custom amounts sum to the total, custom percentages to 100")
    void cutsAsAsked() {
        assertThat(cut(custom(false, "30", "70"), "100.00")).containsExactly("30.00", "70.00");
        assertThat(cut(custom(true, "33.33", "33.33", "33.34"), "10.01")).containsExactly("3.34", "3.34", "3.33");

        Problem amounts = refusal(() -> cut(custom(false, "30", "69.99"), "100.00"));
        assertThat(amounts.slug()).isEqualTo("plan-mismatch");
        assertThat((BigDecimal) amounts.members().get("difference")).isEqualByComparingTo("-0.01");
        assertThat(refusal(() -> cut(custom(true, "50", "51"), "100.00")).slug())
                .isEqualTo("plan-mismatch");
    }

    @Test
    @DisplayName("FIN-08: nothing is cut into pieces of nothing")
    void refusesTooMany() {
        assertThat(refusal(() -> cut(PlanSpec.monthly(60), "0.02")).slug()).isEqualTo("plan-mismatch");
        assertThat(refusal(() -> cut(HALVES, "0.00")).slug()).isEqualTo("plan-mismatch");
        assertThat(refusal(() -> cut(PlanSpec.monthly(61), "100.00")).slug()).isEqualTo("validation-failed");
    }

    @Provide
    Arbitrary<BigDecimal> totals() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("1.00"), new BigDecimal("999999.99"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<PlanSpec> specs() {
        return Arbitraries.oneOf(
                Arbitraries.of(HALVES, THIRDS),
                Arbitraries.integers().between(2, 60).map(PlanSpec::monthly));
    }

    @Property(tries = 500)
    @Label("FIN-08: instalments sum to the total and none is nothing, or the plan is refused")
    void sumsToTheTotal(@ForAll("specs") PlanSpec spec, @ForAll("totals") BigDecimal total) {
        List<BigDecimal> amounts;
        try {
            amounts = Cutting.amounts(spec, total);
        } catch (Problem refused) {
            assertThat(refused.slug()).isEqualTo("plan-mismatch");
            assertThat(total).isLessThan(new BigDecimal("20"));
            return;
        }

        assertThat(Money.sum(amounts)).isEqualByComparingTo(total);
        assertThat(amounts).allSatisfy(amount -> assertThat(amount).isPositive());
    }

    @Property(tries = 500)
    @Label("FIN-09: the tax is shared out to the cent, never more than an instalment is")
    void sharesTheTax(@ForAll("amounts") List<BigDecimal> amounts, @ForAll @IntRange(max = 100) int percent) {
        BigDecimal tax = Money.share(Money.sum(amounts), BigDecimal.valueOf(percent), Money.HUNDRED);

        List<BigDecimal> taxes = Cutting.taxes(amounts, tax);

        assertThat(Money.sum(taxes)).isEqualByComparingTo(tax);
        for (int i = 0; i < amounts.size(); i++) {
            assertThat(taxes.get(i)).isBetween(BigDecimal.ZERO, amounts.get(i));
        }
    }

    @Provide
    Arbitrary<List<BigDecimal>> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("500"))
                .ofScale(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Test
    @DisplayName("FIN-09: every 30 days, or the same day of the following months")
    void dates() {
        LocalDate last = LocalDate.of(2027, 1, 31);

        assertThat(Cutting.days(PaymentPlanType.MONTHLY, last, 3))
                .containsExactly(last, LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31));
        assertThat(Cutting.days(PaymentPlanType.THIRDS, last, 3))
                .containsExactly(last, last.plusDays(30), last.plusDays(60));
    }
}
