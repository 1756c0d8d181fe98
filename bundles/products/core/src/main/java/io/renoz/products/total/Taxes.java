package io.renoz.products.total;

import io.renoz.products.api.TaxAmount;
import io.renoz.products.api.TaxRounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * ORD-03: the taxes of a document's lines and freight.
 *
 * @param lines in the order of the lines
 */
record Taxes(List<BigDecimal> lines, BigDecimal freight, List<TaxAmount> byRate) {

    /** Something taxed: a line, or the freight, which comes last. */
    private record Item(BigDecimal net, BigDecimal rate) {
        BigDecimal exact() {
            return Cents.percentOf(net, rate);
        }
    }

    static Taxes of(
            List<BigDecimal> nets,
            List<BigDecimal> rates,
            BigDecimal freight,
            BigDecimal freightRate,
            TaxRounding rounding) {
        List<Item> items = new ArrayList<>();
        IntStream.range(0, nets.size()).forEach(i -> items.add(new Item(nets.get(i), rates.get(i))));
        items.add(new Item(freight, freightRate));
        BigDecimal[] taxes =
                items.stream().map(item -> Cents.rounded(item.exact())).toArray(BigDecimal[]::new);
        var byRate = new TreeMap<BigDecimal, List<Integer>>(Comparator.reverseOrder());
        IntStream.range(0, items.size())
                .forEach(i -> byRate.computeIfAbsent(items.get(i).rate(), rate -> new ArrayList<>())
                        .add(i));
        if (rounding == TaxRounding.DOCUMENT) {
            byRate.values().forEach(same -> level(items, taxes, same));
        }
        List<TaxAmount> amounts = byRate.entrySet().stream()
                .map(entry -> new TaxAmount(
                        Cents.rounded(entry.getKey()),
                        sum(entry.getValue().stream()
                                .map(i -> items.get(i).net())
                                .toList()),
                        sum(entry.getValue().stream().map(i -> taxes[i]).toList())))
                .filter(amount -> amount.net().signum() > 0)
                .toList();
        return new Taxes(List.of(taxes).subList(0, nets.size()), taxes[nets.size()], amounts);
    }

    /**
     * Makes the taxes of one rate add up to their unrounded sum, rounded once. The largest line takes the difference; where
     * that would make its tax negative, it takes what it can and the next largest the rest.
     */
    private static void level(List<Item> items, BigDecimal[] taxes, List<Integer> same) {
        BigDecimal exact = same.stream().map(i -> items.get(i).exact()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = Cents.rounded(exact)
                .subtract(sum(same.stream().map(i -> taxes[i]).toList()));
        int freight = items.size() - 1;
        List<Integer> largestFirst = same.stream()
                .sorted(Comparator.comparing((Integer i) -> i == freight)
                        .thenComparing(
                                Comparator.comparing((Integer i) -> items.get(i).net())
                                        .reversed())
                        .thenComparing(i -> i))
                .toList();
        for (int i : largestFirst) {
            BigDecimal taken = difference.max(taxes[i].negate());
            taxes[i] = taxes[i].add(taken);
            difference = difference.subtract(taken);
        }
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(Cents.ZERO, BigDecimal::add);
    }
}
