package io.renoz.suppliers.price;

import io.renoz.suppliers.api.OfferSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What some suppliers ask for some products on a day. Immutable. */
record Market(List<Agreed> agreed, List<Discount> discounts, List<Listed> listed, List<Paid> paid) {

    /** Who sells in which currency. */
    record Seller(UUID supplierId, String currency) {}

    /** A price of a product from some quantity on. */
    interface Tier {
        Seller seller();

        UUID productId();

        BigDecimal price();

        BigDecimal minQuantity();
    }

    /** An item of an approved agreement. */
    record Agreed(
            Seller seller,
            UUID productId,
            BigDecimal price,
            BigDecimal minQuantity,
            UUID agreementId,
            @Nullable Integer leadTimeDays)
            implements Tier {}

    /** What an approved agreement takes off everything. */
    record Discount(Seller seller, BigDecimal percent, UUID agreementId) {}

    /** An active row of a price list. */
    record Listed(
            Seller seller,
            UUID productId,
            BigDecimal price,
            BigDecimal minQuantity,
            @Nullable BigDecimal maxQuantity,
            UUID priceListId,
            @Nullable BigDecimal minOrderQuantity,
            BigDecimal orderMultiple,
            @Nullable Integer leadTimeDays,
            boolean preferred,
            @Nullable String supplierProductCode,
            LocalDate since)
            implements Tier {}

    /** What was last paid. */
    record Paid(Seller seller, UUID productId, BigDecimal price) {}

    /** A price, and what else its sources say. */
    record Quote(
            BigDecimal price,
            OfferSource source,
            BigDecimal minQuantity,
            @Nullable UUID agreementId,
            @Nullable Listed listed,
            @Nullable Integer leadTimeDays) {}

    /** Everybody who has some price for a product. */
    List<Seller> sellers(UUID productId) {
        return Stream.concat(
                        Stream.concat(
                                agreed.stream()
                                        .filter(is(Agreed::productId, productId))
                                        .map(Agreed::seller),
                                listed.stream()
                                        .filter(is(Listed::productId, productId))
                                        .map(Listed::seller)),
                        paid.stream().filter(is(Paid::productId, productId)).map(Paid::seller))
                .distinct()
                .toList();
    }

    private static <T> Predicate<T> is(Function<T, UUID> product, UUID id) {
        return row -> product.apply(row).equals(id);
    }

    /** SUP-16: the agreement, else its discount on the list price, else the list price, else what was last paid. */
    Optional<Quote> quote(Seller seller, UUID productId, BigDecimal quantity) {
        Optional<Listed> list = best(listed, seller, productId, quantity);
        return best(agreed, seller, productId, quantity)
                .map(item -> new Quote(
                        item.price,
                        OfferSource.AGREEMENT,
                        item.minQuantity,
                        item.agreementId,
                        list.orElse(null),
                        item.leadTimeDays))
                .or(() -> list.map(this::listed))
                .or(() -> paid.stream()
                        .filter(row -> row.seller.equals(seller) && row.productId.equals(productId))
                        .findFirst()
                        .map(row ->
                                new Quote(row.price, OfferSource.LAST_PURCHASE, BigDecimal.ZERO, null, null, null)));
    }

    private Quote listed(Listed row) {
        return discounts.stream()
                .filter(discount -> discount.seller.equals(row.seller))
                .max(Comparator.comparing(Discount::percent))
                .map(discount -> new Quote(
                        Prices.less(row.price, discount.percent),
                        OfferSource.AGREEMENT_DISCOUNT,
                        row.minQuantity,
                        discount.agreementId,
                        row,
                        row.leadTimeDays))
                .orElseGet(() ->
                        new Quote(row.price, OfferSource.PRICE_LIST, row.minQuantity, null, row, row.leadTimeDays));
    }

    /** The tier with the greatest minimum that the quantity reaches; of equal ones the newest, then the cheapest. */
    private static <T extends Tier> Optional<T> best(
            Collection<T> tiers, Seller seller, UUID productId, BigDecimal quantity) {
        return tiers.stream()
                .filter(tier -> tier.seller().equals(seller) && tier.productId().equals(productId))
                .filter(tier -> holds(tier, quantity))
                .max(Comparator.<T, BigDecimal>comparing(Tier::minQuantity)
                        .thenComparing(Market::since)
                        .thenComparing(Tier::price, Comparator.reverseOrder()));
    }

    private static boolean holds(Tier tier, BigDecimal quantity) {
        boolean reached = tier.minQuantity().compareTo(quantity) <= 0;
        return reached
                && !(tier instanceof Listed row && row.maxQuantity != null && row.maxQuantity.compareTo(quantity) < 0);
    }

    private static LocalDate since(Tier tier) {
        return tier instanceof Listed row ? row.since : LocalDate.MIN;
    }
}
