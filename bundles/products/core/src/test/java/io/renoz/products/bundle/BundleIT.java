package io.renoz.products.bundle;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.products.Shop;
import io.renoz.products.Together;
import io.renoz.products.Wire;
import io.renoz.products.api.BundleComponent;
import io.renoz.products.api.BundleRequest;
import io.renoz.products.api.PriceSource;
import io.renoz.products.price.BundlePriceResource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BundleIT {

    private final Shop shop = new Shop();

    private Map<UUID, String> expand(UUID product, String quantity, UUID... options) {
        return shop
                .organization
                .read(() -> shop.expansion.expand(product, new BigDecimal(quantity), Set.of(options)))
                .stream()
                .collect(Collectors.toMap(
                        BundleComponent::productId,
                        leaf -> leaf.quantity().stripTrailingZeros().toPlainString()));
    }

    private void replace(UUID bundle, String components) {
        shop.in(() -> shop.components.put(
                bundle, Wire.read("{\"components\":" + components + "}", ComponentResource.All.class)));
    }

    private static String component(UUID product, String more) {
        return "{\"componentProductId\":\"" + product + "\"" + more + "}";
    }

    @Test
    @DisplayName(
            "PRD-15: only bundles have components, whole ones unless fractions are allowed, and none of what is not there")
    void takesWhatFits() {
        UUID a = shop.priced("A", "1").id();
        UUID bundle = shop.bundle("B").id();
        UUID cable = shop.make("{\"name\":\"Cable\",\"allowFractional\":true}").id();

        assertRefused(() -> shop.put(a, bundle, "1")).isEqualTo("invalid-state");
        assertInvalid(() -> shop.put(bundle, a, "1.5")).isEqualTo("/quantity");
        assertInvalid(() -> shop.put(bundle, UUID.randomUUID(), "1")).isEqualTo("/componentProductId");
        shop.put(bundle, cable, "12.5");
        assertThat(shop.organization
                        .read(() -> shop.components.list(bundle, ListQuery.first(5)))
                        .items())
                .hasSize(1);
        assertThat(shop.told(bundle)).contains("products.bundle.changed");
    }

    @Test
    @DisplayName("PRD-15: no bundle is in itself at any depth, and bundles are at most four deep")
    void isNotInItself() {
        List<UUID> chain =
                IntStream.range(0, 5).mapToObj(i -> shop.bundle("B" + i).id()).toList();
        shop.put(chain.get(0), chain.get(1), "1");
        shop.put(chain.get(2), chain.get(3), "1");
        shop.put(chain.get(1), chain.get(2), "1");

        assertRefused(() -> shop.put(chain.get(0), chain.get(0), "1")).isEqualTo("bundle-cycle");
        assertRefused(() -> shop.put(chain.get(3), chain.get(0), "1")).isEqualTo("bundle-cycle");
        assertRefused(() -> shop.put(chain.get(3), chain.get(4), "1")).isEqualTo("bundle-cycle");
        assertRefused(() -> shop.put(chain.get(4), chain.get(0), "1")).isEqualTo("bundle-cycle");
        assertRefused(() -> replace(chain.get(3), "[" + component(chain.get(1), "") + "]"))
                .isEqualTo("bundle-cycle");
    }

    @Test
    @DisplayName("PRD-15: two who put two bundles into each other at once do not both pass")
    void closesNoCircleAtOnce() throws Exception {
        UUID a = shop.bundle("A").id();
        UUID b = shop.bundle("B").id();

        int done = Together.run(
                () -> {
                    shop.put(a, b, "1");
                    return a;
                },
                () -> {
                    shop.put(b, a, "1");
                    return b;
                });

        assertThat(done).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "PRD-16: a fixed bundle has its own price, any other the sum of its components; the saving is between them")
    void hasAPrice() {
        UUID a = shop.priced("A", "30").id();
        UUID b = shop.priced("B", "20").id();
        UUID extra = shop.priced("C", "5").id();
        UUID bundle = shop.make("{\"name\":\"Set\",\"type\":\"bundle\",\"basePrice\":90}")
                .id();
        replace(
                bundle,
                "[" + component(a, ",\"quantity\":3") + "," + component(b, "") + ","
                        + component(extra, ",\"isOptional\":true") + "]");

        BundlePriceResource.View price =
                shop.organization.read(() -> shop.bundlePrice.get(bundle, null, null, List.of()));
        assertThat(price.componentSum()).isEqualTo("110.00");
        assertThat(price.price()).isEqualTo("90.00");
        assertThat(price.saving()).isEqualTo("20.00");
        assertThat(price.savingPercent()).isEqualTo("18.18");
        assertThat(shop.organization
                        .read(() -> shop.bundlePrice.get(bundle, null, null, List.of(extra)))
                        .componentSum())
                .isEqualTo("115.00");

        shop.patch(bundle, "{\"bundlePricing\":\"sum_of_components\"}");
        var resolved = shop.organization.read(
                () -> shop.pricing.resolve(bundle, null, BigDecimal.ONE, LocalDate.of(2026, 3, 2)));
        assertThat(resolved.unitPrice()).isEqualTo("110.00");
        assertThat(resolved.source()).isEqualTo(PriceSource.COMPONENTS);
        assertRefused(() -> shop.organization.read(() -> shop.bundlePrice.get(a, null, null, List.of())))
                .isEqualTo("not-found");
        UUID empty = shop.bundle("Empty").id();
        assertThat(shop.organization
                        .read(() -> shop.bundlePrice.get(empty, null, null, List.of()))
                        .savingPercent())
                .isEqualTo("0.00");
    }

    @Test
    @DisplayName("PRD-17: 2 of a bundle of 3 A and a bundle of 2 A and 1 B are 10 A and 2 B")
    void expands() {
        UUID a = shop.priced("A", "1").id();
        UUID b = shop.priced("B", "1").id();
        UUID inner = shop.bundle("Inner").id();
        UUID outer = shop.bundle("Outer").id();
        replace(inner, "[" + component(a, ",\"quantity\":2") + "," + component(b, ",\"isOptional\":true") + "]");
        replace(outer, "[" + component(a, ",\"quantity\":3") + "," + component(inner, "") + "]");

        assertThat(expand(outer, "2", b)).containsOnly(Map.entry(a, "10"), Map.entry(b, "2"));
        assertThat(expand(outer, "2")).containsOnly(Map.entry(a, "10"));
        assertThat(expand(a, "2.5")).containsOnly(Map.entry(a, "2.5"));
        var requests = List.of(
                new BundleRequest(outer, BigDecimal.ONE, Set.of()), new BundleRequest(a, BigDecimal.ONE, Set.of()));
        assertThat(shop.organization.read(() -> shop.expansion.expandAll(requests)))
                .hasSize(2);
        assertRefused(() -> expand(UUID.randomUUID(), "1")).isEqualTo("not-found");
    }

    @Test
    @DisplayName("A bundle becomes active once it has components, and keeps at least one")
    void isActiveWithComponents() {
        UUID a = shop.priced("A", "1").id();
        UUID bundle = shop.bundle("B").id();

        assertInvalid(() -> shop.move(bundle, "{\"status\":\"active\"}")).isEqualTo("/status");
        shop.put(bundle, a, "1");
        shop.move(bundle, "{\"status\":\"active\"}");
        assertRefused(() -> replace(bundle, "[]")).isEqualTo("invalid-state");
        assertInvalid(() -> shop.make("{\"name\":\"B\",\"type\":\"bundle\",\"status\":\"active\"}"))
                .isEqualTo("/status");
    }

    @Test
    @DisplayName("PRD-15: replacing keeps the rows of what stays, and takes each product once")
    void replacesComponents() {
        UUID a = shop.priced("A", "1").id();
        UUID b = shop.priced("B", "1").id();
        UUID bundle = shop.bundle("Set").id();
        replace(bundle, "[" + component(a, "") + "," + component(b, "") + "]");
        UUID kept = shop.organization
                .read(() -> shop.components.list(bundle, ListQuery.first(5)))
                .items()
                .get(1)
                .id();

        replace(bundle, "[" + component(b, ",\"quantity\":4") + "]");

        var left = shop.organization
                .read(() -> shop.components.list(bundle, ListQuery.first(5)))
                .items();
        assertThat(left).hasSize(1);
        assertThat(left.get(0).id()).isEqualTo(kept);
        assertThat(left.get(0).quantity()).isEqualByComparingTo("4");
        assertInvalid(() -> replace(bundle, "[" + component(b, "") + "," + component(b, "") + "]"))
                .isEqualTo("/components/1/componentProductId");
    }
}
