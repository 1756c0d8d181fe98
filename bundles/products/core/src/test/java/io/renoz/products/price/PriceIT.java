package io.renoz.products.price;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static io.renoz.products.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.products.Customers;
import io.renoz.products.Shop;
import io.renoz.products.Together;
import io.renoz.products.Wire;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceSource;
import io.renoz.products.api.ResolvedPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Shop shop = new Shop();
    private final UUID customer = Ids.next();
    private final Customers customers = new Customers(customer);

    PriceIT() {
        shop.neighbours.add("customers", customers);
    }

    private PriceTierResource.View tier(UUID product, String json) {
        return shop.in(() -> shop.tiers.create(product, Wire.read(json, PriceTierResource.Input.class)))
                .body();
    }

    private CustomerPriceResource.View agree(UUID product, String json) {
        String whole = "{\"customerId\":\"" + customer + "\",\"productId\":\"" + product + "\"," + json + "}";
        return shop.in(() -> shop.customerPrices.create(Wire.read(whole, CustomerPriceResource.Input.class)))
                .body();
    }

    private ResolvedPrice price(UUID product, @Nullable UUID who, String quantity, LocalDate day) {
        return shop.organization.read(() -> shop.pricing.resolve(product, who, new BigDecimal(quantity), day));
    }

    private List<PriceHistoryResource.View> history(UUID product) {
        return shop.organization
                .read(() -> shop.history.list(product, ListQuery.first(50)))
                .items();
    }

    @Test
    @DisplayName(
            "PRD-03: the customer's price counts first, then the tier, then the base price; the greatest quantity wins")
    void resolvesInOrder() {
        UUID product = shop.priced("A", "100").id();
        UUID small = tier(product, "{\"minQuantity\":1,\"maxQuantity\":9,\"price\":95}")
                .id();
        UUID large =
                tier(product, "{\"minQuantity\":10,\"discountPercent\":15}").id();
        UUID agreed = agree(product, "\"price\":90,\"minQuantity\":5").id();
        UUID agreedMore = agree(product, "\"price\":80,\"minQuantity\":20").id();

        assertThat(price(product, null, "0.5", TODAY).source()).isEqualTo(PriceSource.BASE);
        assertThat(price(product, null, "9", TODAY).sourceId()).isEqualTo(small);
        assertThat(price(product, null, "10", TODAY).sourceId()).isEqualTo(large);
        assertThat(price(product, null, "10", TODAY).unitPrice()).isEqualTo("85.00");
        assertThat(price(product, customer, "4", TODAY).sourceId()).isEqualTo(small);
        assertThat(price(product, customer, "10", TODAY).sourceId()).isEqualTo(agreed);
        ResolvedPrice best = price(product, customer, "20", TODAY);
        assertThat(best.sourceId()).isEqualTo(agreedMore);
        assertThat(best.source()).isEqualTo(PriceSource.CUSTOMER_PRICE);
        assertThat(best.unitPrice()).isEqualTo("80.00");
        assertThat(price(product, Ids.next(), "20", TODAY).sourceId()).isEqualTo(large);
    }

    @Test
    @DisplayName("PRD-04: 19.99 less 15 percent is 16.99, and both days of a validity count")
    void roundsAndIncludesDays() {
        UUID product = shop.priced("A", "19.99").id();
        tier(product, "{\"discountPercent\":15,\"validFrom\":\"2026-03-02\",\"validTo\":\"2026-03-03\"}");

        assertThat(price(product, null, "1", TODAY.minusDays(1)).unitPrice()).isEqualTo("19.99");
        assertThat(price(product, null, "1", TODAY).unitPrice()).isEqualTo("16.99");
        assertThat(price(product, null, "1", TODAY.plusDays(1)).unitPrice()).isEqualTo("16.99");
        assertThat(price(product, null, "1", TODAY.plusDays(2)).unitPrice()).isEqualTo("19.99");
    }

    @Test
    @DisplayName("PRD-05: tiers that overlap in days and quantity are refused, naming both")
    void keepsTiersApart() {
        UUID product = shop.priced("A", "10").id();
        UUID first = tier(product, "{\"minQuantity\":1,\"maxQuantity\":10,\"price\":9}")
                .id();

        var problem = refusal(() -> tier(product, "{\"minQuantity\":10,\"price\":8}"));

        assertThat(problem.slug()).isEqualTo("overlapping-tiers");
        assertThat(problem.members().toString()).contains(first.toString());
        tier(product, "{\"minQuantity\":11,\"price\":8}");
        tier(product, "{\"minQuantity\":5,\"price\":7,\"isActive\":false}");
        assertThat(history(product)).hasSize(3);
        assertInvalid(() -> tier(product, "{\"minQuantity\":5}")).isEqualTo("/price");
        assertInvalid(() -> tier(product, "{\"minQuantity\":5,\"maxQuantity\":4,\"price\":1}"))
                .isEqualTo("/maxQuantity");
    }

    @Test
    @DisplayName("PRD-05: two who write overlapping tiers at once do not both pass")
    void keepsTiersApartAtOnce() throws Exception {
        UUID product = shop.priced("A", "10").id();

        int made = Together.run(
                () -> tier(product, "{\"minQuantity\":1,\"price\":9}"),
                () -> tier(product, "{\"minQuantity\":2,\"price\":8}"),
                () -> tier(product, "{\"minQuantity\":3,\"price\":7}"));

        assertThat(made).isEqualTo(1);
    }

    @Test
    @DisplayName("PRD-06: prices of one customer do not overlap; a new one with an open end closes the running one")
    void agreesOnePriceAtATime() {
        UUID product = shop.priced("A", "10").id();
        var running = agree(product, "\"price\":9,\"validFrom\":\"2026-01-01\"");

        assertInvalid(() -> agree(product, "\"price\":8,\"validFrom\":\"2026-02-01\",\"validTo\":\"2026-02-28\""))
                .isEqualTo("/validFrom");
        agree(product, "\"price\":7,\"validFrom\":\"2026-03-01\"");

        assertThat(shop.organization
                        .read(() -> shop.customerPrices.get(running.id()))
                        .validTo())
                .isEqualTo("2026-02-28");
        assertThat(price(product, customer, "1", LocalDate.of(2026, 2, 28)).unitPrice())
                .isEqualTo("9.00");
        assertThat(price(product, customer, "1", LocalDate.of(2026, 3, 1)).unitPrice())
                .isEqualTo("7.00");
        agree(product, "\"price\":6,\"minQuantity\":10,\"validFrom\":\"2026-03-01\"");
        assertInvalid(() -> agree(product, "\"price\":5,\"validFrom\":\"2026-03-01\""))
                .isEqualTo("/validFrom");
    }

    @Test
    @DisplayName("PRD-06, PRD-23: prices are agreed with customers that are there, while their module is on")
    void agreesWithSomebody() {
        UUID product = shop.priced("A", "10").id();
        customers.known().clear();

        assertInvalid(() -> agree(product, "\"price\":9")).isEqualTo("/customerId");
        shop.neighbours.modulesOn.remove("customers");
        assertRefused(() -> agree(product, "\"price\":9")).isEqualTo("module-disabled");
        assertRefused(() -> shop.organization.read(() -> shop.price.get(product, customer, null, null)))
                .isEqualTo("invalid-parameter");
    }

    @Test
    @DisplayName("PRD-07: each change of a price leaves one row, the same value none")
    void keepsAHistory() {
        UUID product =
                shop.make("{\"name\":\"A\",\"basePrice\":10,\"costPrice\":5}").id();

        shop.patch(product, "{\"basePrice\":12,\"costPrice\":5.00}");
        shop.patch(product, "{\"basePrice\":12.00,\"name\":\"B\"}");
        shop.patch(product, "{\"costPrice\":null}");
        var tier = tier(product, "{\"price\":9}");
        shop.organization
                .ifMatch(tier.version())
                .call(() -> shop.tiers.update(
                        product, tier.id(), Wire.patch("{\"price\":8}", PriceTierResource.Input.class)));
        shop.organization.run(() -> shop.tiers.delete(product, tier.id()));
        var agreed = agree(product, "\"discountPercent\":5");
        shop.organization.run(() -> shop.customerPrices.delete(agreed.id()));

        assertThat(history(product))
                .extracting(PriceHistoryResource.View::changeType)
                .containsExactlyInAnyOrder(
                        PriceChangeType.BASE_PRICE,
                        PriceChangeType.COST_PRICE,
                        PriceChangeType.TIER_CREATED,
                        PriceChangeType.TIER_UPDATED,
                        PriceChangeType.TIER_DELETED,
                        PriceChangeType.CUSTOMER_PRICE,
                        PriceChangeType.CUSTOMER_PRICE_REMOVED);
        var base = history(product).stream()
                .filter(row -> row.changeType() == PriceChangeType.BASE_PRICE)
                .findFirst()
                .orElseThrow();
        assertThat(base.previousPrice()).isEqualTo("10.00");
        assertThat(base.newPrice()).isEqualTo("12.00");
        assertThat(shop.user("products.read")
                        .read(() -> shop.history.list(product, ListQuery.first(50)))
                        .items())
                .hasSize(6);
    }

    @Test
    @DisplayName("PRD-07: what was written down is neither changed nor deleted, not even in the database")
    void neverForgets() {
        UUID product = shop.priced("A", "10").id();
        shop.patch(product, "{\"basePrice\":12}");

        assertThatThrownBy(() -> shop.organization.sql("products", "update products.price_history set new_price = 1"))
                .hasStackTraceContaining("price_history");
        assertThatThrownBy(() -> shop.organization.sql("products", "delete from products.price_history"))
                .hasStackTraceContaining("price_history");
    }

    @Test
    @DisplayName("PRD-08: the resolver reports the higher of lowest price and cost with margin")
    void reportsTheFloor() {
        UUID product = shop.make(
                        "{\"name\":\"A\",\"basePrice\":120,\"costPrice\":75,\"minMarginPercent\":25,\"minSellPrice\":90}")
                .id();

        assertThat(price(product, null, "1", TODAY).floor()).isEqualTo("100.00");
        shop.patch(product, "{\"minSellPrice\":110}");
        ResolvedPrice resolved = price(product, null, "1", TODAY);
        assertThat(resolved.floor()).isEqualTo("110.00");
        assertThat(resolved.belowFloor(new BigDecimal("109.99"))).isTrue();
        PriceView seen = shop.user("products.read").read(() -> shop.price.get(product, null, null, null));
        assertThat(seen.floor()).isNull();
        assertThat(seen.unitCost()).isNull();
        assertThat(seen.tax()).isEqualTo("12.00");
    }

    @Test
    @DisplayName("Prices of many lines cost as many queries as one, in the order asked for")
    void resolvesMany() {
        List<UUID> products = IntStream.range(0, 20)
                .mapToObj(i -> shop.priced("P" + i, Integer.toString(i + 1)).id())
                .toList();
        products.forEach(product -> tier(product, "{\"minQuantity\":10,\"discountPercent\":50}"));
        List<PriceRequest> requests = products.stream()
                .map(product -> new PriceRequest(product, customer, BigDecimal.TEN, TODAY))
                .toList();

        long before = Shop.PLATFORM.statements();
        shop.organization.read(() -> shop.pricing.resolveAll(requests.subList(0, 1)));
        long one = Shop.PLATFORM.statements() - before;
        List<ResolvedPrice> prices = shop.organization.read(() -> shop.pricing.resolveAll(requests));
        long many = Shop.PLATFORM.statements() - before - one;

        assertThat(many).isEqualTo(one);
        assertThat(prices).extracting(ResolvedPrice::productId).containsExactlyElementsOf(products);
        assertThat(prices.get(3).unitPrice()).isEqualTo("2.00");
    }

    @Test
    @DisplayName("A price is not asked for what is not for sale, nor for nothing")
    void refusesOddQuestions() {
        UUID product = shop.priced("A", "10").id();
        UUID draft = shop.make("{\"name\":\"D\",\"status\":\"draft\"}").id();

        assertRefused(() -> shop.organization.read(() -> shop.price.get(draft, null, null, null)))
                .isEqualTo("not-sellable");
        assertRefused(() -> shop.organization.read(() -> shop.price.get(Ids.next(), null, null, null)))
                .isEqualTo("not-found");
        assertRefused(() -> shop.organization.read(() -> shop.price.get(product, null, BigDecimal.ZERO, null)))
                .isEqualTo("invalid-parameter");
        assertRefused(() -> shop.organization.read(() -> shop.price.get(product, null, null, "2026-02-30")))
                .isEqualTo("invalid-parameter");
    }

    @Test
    @DisplayName("CUS-10: prices move to the surviving customer, but for those it has itself, and back")
    void followsAMergedCustomer() {
        UUID product = shop.priced("A", "10").id();
        UUID other = shop.priced("B", "10").id();
        UUID survivor = Ids.next();
        customers.known().add(survivor);
        var moving = agree(product, "\"price\":9");
        agree(other, "\"price\":8");
        String own = "{\"customerId\":\"" + survivor + "\",\"productId\":\"" + other + "\",\"price\":7}";
        shop.in(() -> shop.customerPrices.create(Wire.read(own, CustomerPriceResource.Input.class)));

        List<UUID> moved = shop.in(() -> shop.references.repoint(customer, survivor));

        assertThat(moved).containsExactly(moving.id());
        assertThat(price(product, survivor, "1", TODAY).unitPrice()).isEqualTo("9.00");
        assertThat(price(other, survivor, "1", TODAY).unitPrice()).isEqualTo("7.00");
        assertThat(shop.in(() -> shop.references.countReferences(survivor))).isEqualTo(2);
        assertThat(shop.in(() -> shop.references.repointBack(survivor, customer, moved)))
                .isEqualTo(1);
        assertThat(shop.in(() -> shop.references.countReferences(customer))).isEqualTo(2);
    }
}
