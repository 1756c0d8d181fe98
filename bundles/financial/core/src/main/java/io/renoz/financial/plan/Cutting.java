package io.renoz.financial.plan;

import io.renoz.financial.Money;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.api.PlanSpec;
import io.renoz.financial.api.PlanSpec.CustomInstallment;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** FIN-08, FIN-09: cuts a total into instalments, its tax along with it, and gives them their days. */
final class Cutting {

    static final int FEWEST = 2;
    static final int MOST = 60;

    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final BigDecimal THIRD = new BigDecimal("0.33");
    private static final int DAYS_BETWEEN = 30;

    private Cutting() {}

    /**
     * FIN-08: as many amounts as there are instalments; they sum to the total.
     *
     * @throws Problem {@code plan-mismatch}, {@code validation-failed}
     */
    static List<BigDecimal> amounts(PlanSpec spec, BigDecimal total) {
        List<BigDecimal> amounts =
                switch (spec.type()) {
                    case FIFTY_FIFTY -> withRest(total, Money.rounded(total.multiply(HALF)), 2);
                    case THIRDS -> withRest(total, Money.rounded(total.multiply(THIRD)), 3);
                    case MONTHLY -> monthly(total, count(spec));
                    case CUSTOM -> custom(spec.custom(), total);
                };
        if (amounts.stream().anyMatch(amount -> amount.signum() <= 0)) {
            throw Problem.of("plan-mismatch", total + " cannot be cut into " + amounts.size() + " instalments.")
                    .with("total", total);
        }
        return amounts;
    }

    private static int count(PlanSpec spec) {
        Integer count = spec.count();
        if (count == null || count < FEWEST || count > MOST) {
            throw Problem.invalid("count", "A monthly plan has " + FEWEST + " to " + MOST + " instalments.");
        }
        return count;
    }

    private static List<BigDecimal> monthly(BigDecimal total, int count) {
        return withRest(total, total.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP), count);
    }

    /** Equal amounts, the last of which takes the rest. */
    private static List<BigDecimal> withRest(BigDecimal total, BigDecimal each, int count) {
        var amounts = new ArrayList<>(Collections.nCopies(count - 1, each));
        amounts.add(total.subtract(Money.sum(amounts)));
        return amounts;
    }

    private static List<BigDecimal> custom(List<CustomInstallment> parts, BigDecimal total) {
        if (parts.isEmpty() || parts.size() > MOST) {
            throw Problem.invalid("installments", "A custom plan has 1 to " + MOST + " instalments.");
        }
        for (int i = 0; i < parts.size(); i++) {
            CustomInstallment part = parts.get(i);
            boolean percent = parts.get(0).amount() == null;
            if ((part.amount() == null) != percent || (part.percent() == null) == percent) {
                throw Problem.invalid(
                        "installments/" + i + "/amount", "All instalments have an amount, or all a percentage.");
            }
        }
        return parts.get(0).amount() == null ? byPercent(parts, total) : byAmount(parts, total);
    }

    private static List<BigDecimal> byAmount(List<CustomInstallment> parts, BigDecimal total) {
        List<BigDecimal> amounts = parts.stream()
                .map(part -> Money.rounded(Objects.requireNonNull(part.amount())))
                .toList();
        requireWhole(Money.sum(amounts), total, "The instalments sum to ");
        return amounts;
    }

    private static List<BigDecimal> byPercent(List<CustomInstallment> parts, BigDecimal total) {
        List<BigDecimal> percents = parts.stream()
                .map(part -> Objects.requireNonNull(part.percent()))
                .toList();
        requireWhole(
                percents.stream().reduce(BigDecimal.ZERO, BigDecimal::add), Money.HUNDRED, "The percentages sum to ");
        return inProportion(percents, Money.HUNDRED, total);
    }

    private static void requireWhole(BigDecimal sum, BigDecimal whole, String words) {
        if (sum.compareTo(whole) != 0) {
            throw Problem.of("plan-mismatch", words + sum + ", not to " + whole + ".")
                    .with("difference", sum.subtract(whole));
        }
    }

    /** FIN-10: the same cuts of another total; the last takes the rest. */
    static List<BigDecimal> inProportion(List<BigDecimal> parts, BigDecimal whole, BigDecimal total) {
        var amounts = new ArrayList<BigDecimal>();
        for (BigDecimal part : parts.subList(0, parts.size() - 1)) {
            amounts.add(Money.share(total, part, whole));
        }
        amounts.add(total.subtract(Money.sum(amounts)));
        return amounts;
    }

    /** FIN-09: the tax of a total shared by amount; left-over cents are the last one's, as far as it is large enough. */
    static List<BigDecimal> taxes(List<BigDecimal> amounts, BigDecimal tax) {
        BigDecimal total = Money.sum(amounts);
        var shares = new ArrayList<BigDecimal>();
        BigDecimal left = tax;
        for (BigDecimal amount : amounts.subList(0, amounts.size() - 1)) {
            BigDecimal share = Money.share(tax, amount, total).min(left);
            shares.add(share);
            left = left.subtract(share);
        }
        shares.add(Money.ZERO);
        for (int i = amounts.size() - 1; i >= 0 && left.signum() > 0; i--) {
            BigDecimal more = left.min(amounts.get(i).subtract(shares.get(i)));
            shares.set(i, shares.get(i).add(more));
            left = left.subtract(more);
        }
        return shares;
    }

    /** FIN-09: the days of a plan whose first instalment is due on {@code first}. */
    static List<LocalDate> days(PaymentPlanType type, LocalDate first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        type == PaymentPlanType.MONTHLY ? first.plusMonths(i) : first.plusDays((long) DAYS_BETWEEN * i))
                .toList();
    }
}
