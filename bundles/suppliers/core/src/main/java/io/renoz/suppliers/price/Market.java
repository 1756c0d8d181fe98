package io.renoz.suppliers.price;

import io.renoz.suppliers.api.OfferSource;
import io.renoz.suppliers.api.SupplierOffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What some suppliers ask for some products on a day. Immutable. */
record Market(
        List<Agreed> agreed,
        List<Discount> discounts,
        List<Listed> listed,
        List<Paid> paid,
        Map<UUID, Integer> leadTimes) {

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
    Optional<SupplierOffer> offer(Seller seller, UUID productId, BigDecimal quantity) {
        Optional<Listed> list = best(listed, seller, productId, quantity);
        return best(agreed, seller, productId, quantity)
                .map(item -> offer(
                        item.price, item.minQuantity, item.leadTimeDays, item.agreementId, list.orElse(null), item))
                .or(() -> list.map(this::listed))
                .or(() -> paid.stream()
                        .filter(row -> row.seller.equals(seller) && row.productId.equals(productId))
                        .findFirst()
                        .map(row -> new SupplierOffer(
                                seller.supplierId,
                                productId,
                                row.price,
                                seller.currency,
                                BigDecimal.ZERO,
                                null,
                                BigDecimal.ONE,
                                leadTimes.get(seller.supplierId),
                                false,
                                OfferSource.LAST_PURCHASE,
                                null,
                                null,
                                null)));
    }

    private SupplierOffer listed(Listed row) {
        return discounts.stream()
                .filter(discount -> discount.seller.equals(row.seller))
                .max(Comparator.comparing(Discount::percent))
                .map(discount -> offer(
                        Prices.less(row.price, discount.percent),
                        row.minQuantity,
                        row.leadTimeDays,
                        discount.agreementId,
                        row,
                        row))
                .orElseGet(() -> offer(row.price, row.minQuantity, row.leadTimeDays, null, row, row));
    }

    private SupplierOffer offer(
            BigDecimal price,
            BigDecimal minQuantity,
            @Nullable Integer leadTimeDays,
            @Nullable UUID agreementId,
            @Nullable Listed list,
            Tier tier) {
        Seller seller = tier.seller();
        return new SupplierOffer(
                seller.supplierId,
                tier.productId(),
                price,
                seller.currency,
                minQuantity,
                list == null ? null : list.minOrderQuantity,
                list == null ? BigDecimal.ONE : list.orderMultiple,
                leadTimeDays == null ? leadTimes.get(seller.supplierId) : leadTimeDays,
                list != null && list.preferred,
                tier instanceof Agreed
                        ? OfferSource.AGREEMENT
                        : agreementId == null ? OfferSource.PRICE_LIST : OfferSource.AGREEMENT_DISCOUNT,
                list == null ? null : list.supplierProductCode,
                list == null ? null : list.priceListId,
                agreementId);
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
