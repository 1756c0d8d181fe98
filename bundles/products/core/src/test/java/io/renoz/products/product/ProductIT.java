package io.renoz.products.product;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static io.renoz.products.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.problem.Problem;
import io.renoz.products.Shop;
import io.renoz.products.Together;
import io.renoz.products.Wire;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.rest.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProductIT {

    private final Shop shop = new Shop();

    @Test
    @DisplayName("PRD-01: skus come from the sequence or from the caller, and are one of a kind whatever the case")
    void hasASkuOfItsOwn() {
        ProductView first = shop.make("{\"name\":\"One\"}");
        ProductView own = shop.make("{\"name\":\"Two\",\"sku\":\" Bat-10 \"}");

        assertThat(first.sku()).isEqualTo("P000001");
        assertThat(own.sku()).isEqualTo("Bat-10");
        assertRefused(() -> shop.make("{\"name\":\"Three\",\"sku\":\"BAT-10\"}"))
                .isEqualTo("duplicate-sku");
        assertRefused(() -> shop.patch(first.id(), "{\"sku\":\"bat-10\"}")).isEqualTo("duplicate-sku");
        assertThat(shop.patch(own.id(), "{\"sku\":\"BAT-10\"}").sku()).isEqualTo("BAT-10");
    }

    @Test
    @DisplayName("PRD-01: a deleted product gives its sku, barcode and reference back")
    void givesItsSkuBack() {
        String json = "{\"name\":\"One\",\"sku\":\"A\",\"barcode\":\"B\",\"externalRef\":\"C\"}";
        ProductView first = shop.make(json);

        shop.organization.run(() -> shop.products.delete(first.id()));

        assertThat(shop.make(json).id()).isNotEqualTo(first.id());
        assertRefused(() -> shop.read(first.id())).isEqualTo("not-found");
    }

    @Test
    @DisplayName("PRD-01: of those who bring one sku at once, one gets it and the others are told")
    void sharesNoSkuAtOnce() throws Exception {
        var refused = new ArrayList<String>();
        Callable<?> make = () -> {
            try {
                return shop.make("{\"name\":\"Race\",\"sku\":\"Race-1\"}");
            } catch (Problem problem) {
                synchronized (refused) {
                    refused.add(problem.slug());
                }
                throw problem;
            }
        };

        int made = Together.run(make, make, make, make);

        assertThat(made).isEqualTo(1);
        assertThat(refused).hasSize(3).containsOnly("duplicate-sku");
    }

    @Test
    @DisplayName("PRD-11: a product without a tax code takes the category's, then the organization's default")
    void takesATaxCode() {
        UUID export = shop.taxCode("EXP");
        UUID category = shop.in(() -> shop.categories.create(Wire.read(
                        "{\"name\":\"Abroad\",\"defaultTaxCodeId\":\"" + export + "\"}",
                        io.renoz.products.category.CategoryResource.Input.class)))
                .body()
                .id();

        assertThat(shop.make("{\"name\":\"A\",\"categoryId\":\"" + category + "\"}")
                        .taxCodeId())
                .isEqualTo(export);
        assertThat(shop.make("{\"name\":\"B\"}").taxCodeId()).isEqualTo(shop.taxCode("GST"));
    }

    @Test
    @DisplayName("PRD-11: with no default at all the tax code is asked for")
    void asksForATaxCode() {
        shop.organization.sql(
                "products", "delete from products.tax_codes where organization_id = ?", shop.organization.id());

        assertInvalid(() -> shop.make("{\"name\":\"B\"}")).isEqualTo("/taxCodeId");
    }

    @Test
    @DisplayName("PRD-08: cost, margin and floor are for those with the cost permission")
    void hidesCosts() {
        ProductView made = shop.make("{\"name\":\"A\",\"basePrice\":120,\"costPrice\":75,\"minMarginPercent\":25}");

        assertThat(made.floor()).isEqualTo("100.00");
        ProductView seen = shop.user("products.read").read(() -> shop.products.get(made.id()));
        assertThat(seen.costPrice()).isNull();
        assertThat(seen.minMarginPercent()).isNull();
        assertThat(seen.floor()).isNull();
        assertThat(seen.basePrice()).isEqualTo("120.00");
        assertRefused(() -> shop.patch(shop.user("products.write"), made.id(), "{\"costPrice\":1}"))
                .isEqualTo("forbidden");
        assertRefused(() -> shop.patch(shop.user("products.write"), made.id(), "{\"basePrice\":1}"))
                .isEqualTo("forbidden");
        ProductView kept = shop.patch(shop.user("products.write"), made.id(), "{\"name\":\"B\"}");
        assertThat(kept.costPrice()).isNull();
        assertThat(shop.read(made.id()).costPrice()).isEqualTo("75.00");
    }

    @Test
    @DisplayName("What a product is made of fits together")
    void fitsTogether() {
        assertInvalid(() -> shop.make("{\"name\":\"A\",\"type\":\"service\",\"trackInventory\":true}"))
                .isEqualTo("/trackInventory");
        assertInvalid(() -> shop.make("{\"name\":\"A\",\"isSerialized\":true,\"trackInventory\":false}"))
                .isEqualTo("/isSerialized");
        assertInvalid(() -> shop.make("{\"name\":\"A\",\"isSerialized\":true,\"allowFractional\":true}"))
                .isEqualTo("/allowFractional");
        assertInvalid(() -> shop.make("{\"name\":\"A\",\"categoryId\":\"" + UUID.randomUUID() + "\"}"))
                .isEqualTo("/categoryId");
        assertThat(shop.make("{\"name\":\"A\",\"type\":\"service\"}").trackInventory())
                .isFalse();
    }

    @Test
    @DisplayName("products.status: every move that is not listed is refused with its states, and stays undone")
    void movesAlongItsLife() {
        ProductView draft = shop.make("{\"name\":\"A\",\"status\":\"draft\"}");
        ProductView next = shop.priced("B", "1");

        for (String to : List.of("draft", "inactive", "discontinued")) {
            var problem = refusal(() -> shop.move(draft.id(), "{\"status\":\"" + to + "\"}"));
            assertThat(problem.slug()).isEqualTo("invalid-transition");
            assertThat(problem.members()).containsEntry("from", "draft").containsEntry("to", to);
        }
        assertThat(shop.move(draft.id(), "{\"status\":\"active\"}").status()).isEqualTo(ProductStatus.ACTIVE);
        assertRefused(() -> shop.move(draft.id(), "{\"status\":\"active\"}")).isEqualTo("invalid-transition");
        assertRefused(() -> shop.move(draft.id(), "{\"status\":\"draft\"}")).isEqualTo("invalid-transition");
        shop.move(draft.id(), "{\"status\":\"inactive\"}");
        ProductView gone =
                shop.move(draft.id(), "{\"status\":\"discontinued\",\"replacedById\":\"" + next.id() + "\"}");
        assertThat(gone.discontinuedAt()).isNotNull();
        assertThat(gone.replacedById()).isEqualTo(next.id());
        assertRefused(() -> shop.move(draft.id(), "{\"status\":\"inactive\"}")).isEqualTo("invalid-transition");
        assertInvalid(() -> shop.move(draft.id(), "{\"status\":\"active\"}")).isEqualTo("/reason");
        ProductView back = shop.move(draft.id(), "{\"status\":\"active\",\"reason\":\"Asked for\"}");
        assertThat(back.discontinuedAt()).isNull();
        assertThat(shop.told(draft.id()).stream().filter(name -> name.endsWith("status-changed")))
                .hasSize(4);
        assertInvalid(() -> shop.patch(draft.id(), "{\"status\":\"inactive\"}")).isEqualTo("/status");
    }

    @Test
    @DisplayName("A product is found by its sku, whatever the case, and by its barcode")
    void isLookedUp() {
        ProductView made = shop.make("{\"name\":\"A\",\"sku\":\"Ab-1\",\"barcode\":\"4006381333931\"}");

        assertThat(shop.organization.read(() -> shop.lookup.find("aB-1", null)).id())
                .isEqualTo(made.id());
        assertThat(shop.organization
                        .read(() -> shop.lookup.find(null, "4006381333931"))
                        .id())
                .isEqualTo(made.id());
        assertRefused(() -> shop.organization.read(() -> shop.lookup.find("none", null)))
                .isEqualTo("not-found");
        assertRefused(() -> shop.organization.read(() -> shop.lookup.find(null, null)))
                .isEqualTo("invalid-parameter");
        Optional<ProductSummary> found = shop.organization.read(() -> shop.catalog.findBySku("AB-1"));
        assertThat(found.orElseThrow().taxRate()).isEqualByComparingTo("10");
        assertThat(shop.organization.read(() -> shop.catalog.findByBarcode("4006381333931")))
                .isPresent();
    }

    @Test
    @DisplayName("Many at once cost as many statements as few")
    void costsNoMoreForMany() {
        List<ProductInput> twenty = IntStream.range(0, 20)
                .mapToObj(i -> Wire.read("{\"name\":\"N" + i + "\"}", ProductInput.class))
                .toList();
        List<ProductView> made =
                shop.in(() -> shop.products.createAll(new Bulk<>(twenty))).items();
        List<UUID> ids = made.stream().map(ProductView::id).toList();

        long one = statements(() -> shop.catalog.findAll(ids.subList(0, 1)));
        long many = statements(() -> shop.catalog.findAll(ids));
        long created1 = statements(() -> shop.products.createAll(new Bulk<>(twenty.subList(0, 1))));
        long created20 = statements(() -> shop.products.createAll(new Bulk<>(twenty)));
        long listed1 = statements(() -> shop.products.list(ListQuery.first(1)));
        long listed20 = statements(() -> shop.products.list(ListQuery.first(20)));

        System.Logger log = System.getLogger("statements");
        log.log(
                System.Logger.Level.INFO,
                "findAll {0}/{1}, create {2}/{3}, list {4}/{5}",
                one,
                many,
                created1,
                created20,
                listed1,
                listed20);
        assertThat(many).isEqualTo(one);
        assertThat(created20).isLessThanOrEqualTo(created1 + 1);
        assertThat(listed20).isEqualTo(listed1);
    }

    private long statements(Runnable work) {
        long before = Shop.PLATFORM.statements();
        shop.organization.run(work);
        return Shop.PLATFORM.statements() - before;
    }

    private static @Nullable Object reason(Map<UUID, Problem> problems, ProductView product) {
        Problem problem = problems.get(product.id());
        return problem == null ? null : problem.members().get("reason");
    }

    @Test
    @DisplayName("PRD-19: what is not for sale is refused with the reason")
    void sellsWhatMayBeSold() {
        ProductView draft = shop.make("{\"name\":\"A\",\"status\":\"draft\"}");
        ProductView unsold = shop.make("{\"name\":\"B\",\"isSellable\":false}");
        ProductView later = shop.make("{\"name\":\"C\",\"availableFrom\":\"2026-03-03\"}");
        ProductView today = shop.make("{\"name\":\"D\",\"availableFrom\":\"2026-03-02\"}");
        ProductView deleted = shop.priced("E", "1");
        shop.organization.run(() -> shop.products.delete(deleted.id()));
        ProductView inactive = shop.priced("F", "1");
        shop.move(inactive.id(), "{\"status\":\"inactive\"}");

        Map<UUID, Problem> refused = shop.organization.read(() -> shop.catalog.unsellable(
                List.of(draft.id(), unsold.id(), later.id(), today.id(), deleted.id(), inactive.id())));

        assertThat(refused).doesNotContainKey(today.id()).hasSize(5);
        assertThat(reason(refused, draft)).isEqualTo("draft");
        assertThat(reason(refused, unsold)).isEqualTo("not_for_sale");
        assertThat(reason(refused, later)).isEqualTo("not_yet_available");
        assertThat(reason(refused, inactive)).isEqualTo("inactive");
        assertThat(refused.get(deleted.id())).extracting(Problem::slug).isEqualTo("not-found");
        assertRefused(() -> shop.organization.read(() -> shop.catalog.requireSellable(draft.id())))
                .isEqualTo("not-sellable");
        assertThat(shop.organization
                        .read(() -> shop.catalog.requireSellable(today.id()))
                        .name())
                .isEqualTo("D");
        assertRefused(() -> shop.organization.read(() -> shop.catalog.requirePurchasable(draft.id())))
                .isEqualTo("not-purchasable");
        assertThat(shop.organization
                        .read(() -> shop.catalog.requirePurchasable(unsold.id()))
                        .name())
                .isEqualTo("B");
    }
}
