package io.renoz.products.price;

import io.renoz.products.api.PriceSource;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.bundle.Content;
import io.renoz.products.bundle.Contents;
import io.renoz.products.product.Product;
import io.renoz.products.tax.TaxCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that some questions about prices need, and the answers. PRD-03, PRD-04, PRD-08, PRD-16. */
record PriceBook(
        Map<UUID, Product> products,
        Map<UUID, TaxCode> taxCodes,
        Contents contents,
        List<CustomerPrice> customerPrices,
        List<PriceTier> tiers) {

    /** What one unit costs, and which rule says so. */
    private record Found(
            BigDecimal price,
            @Nullable BigDecimal discountPercent,
            PriceSource source,
            @Nullable UUID id) {}

    ResolvedPrice answer(Question question) {
        Product product = question.product();
        TaxCode tax = taxCode(product);
        Found found = find(question);
        return new ResolvedPrice(
                product.id(),
                question.quantity(),
                product.basePrice(),
                found.price(),
                found.discountPercent(),
                found.source(),
                found.id(),
                product.floor(),
                product.costPrice(),
                product.taxCodeId(),
                tax.taxType(),
                tax.rateOn(question.day()));
    }

    private TaxCode taxCode(Product product) {
        TaxCode tax = taxCodes.get(product.taxCodeId());
        if (tax == null) {
            throw new IllegalStateException("Product " + product.id() + " has no tax code.");
        }
        return tax;
    }

    /** PRD-03: the customer's price, else the tier, else the base price; PRD-16: or what is in it. */
    private Found find(Question question) {
        Product product = question.product();
        if (product.pricedByComponents()) {
            return new Found(componentSum(question), null, PriceSource.COMPONENTS, null);
        }
        return best(
                        customerPrices.stream()
                                .filter(price -> price.customerId.equals(question.customer())
                                        && price.productId.equals(product.id()))
                                .toList(),
                        question)
                .map(rule -> found(rule, PriceSource.CUSTOMER_PRICE, product))
                .or(() -> best(
                                tiers.stream()
                                        .filter(tier -> tier.isActive && tier.productId.equals(product.id()))
                                        .toList(),
                                question)
                        .map(rule -> found(rule, PriceSource.TIER, product)))
                .orElseGet(() -> new Found(product.basePrice(), null, PriceSource.BASE, null));
    }

    /** The rule in force with the greatest smallest quantity. */
    private static Optional<Rule> best(List<? extends Rule> rules, Question question) {
        return rules.stream()
                .<Rule>map(rule -> rule)
                .filter(rule -> rule.holdsOn(question.day()) && rule.takes(question.quantity()))
                .max(Comparator.comparing(Rule::minQuantity)
                        .thenComparing(rule -> rule.id().toString()));
    }

    private static Found found(Rule rule, PriceSource source, Product product) {
        return new Found(rule.unitPrice(product.basePrice()), rule.discountPercent(), source, rule.id());
    }

    /** PRD-16: each component's price times its quantity; optional ones only when chosen. */
    BigDecimal componentSum(Question question) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Content content : contents.of(question.product().id(), question.options())) {
            Product component = products.get(content.product());
            if (component != null) {
                BigDecimal each =
                        find(question.of(component, content.quantity())).price();
                sum = sum.add(each.multiply(content.quantity()));
            }
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    /** What a unit costs us: its own standard cost, else that of all that is in it; null where one is unknown. */
    @Nullable
    BigDecimal cost(Question question) {
        Product product = question.product();
        List<Content> parts = contents.of(product.id(), question.options());
        if (product.costPrice() != null || parts.isEmpty()) {
            return product.costPrice();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Content content : parts) {
            Product component = products.get(content.product());
            BigDecimal cost = component == null ? null : cost(question.of(component, content.quantity()));
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost.multiply(content.quantity()));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }
}
