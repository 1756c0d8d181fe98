package io.renoz.orders;

import io.renoz.data.Json;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import io.renoz.products.api.TaxType;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The modules around orders, as far as its money and goods ask them. */
public final class Surroundings implements OrganizationDirectory, SettingsReader, ProductCatalog {

    /** Monday, 2 March 2026, noon in Sydney. Stands still unless it is moved. */
    public static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        public void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public final TestClock clock = new TestClock();
    public final Map<String, Json> settings = new HashMap<>();
    public final Map<UUID, ProductSummary> products = new HashMap<>();
    /** Services of modules that are on. */
    public final List<Object> services = new ArrayList<>();

    public Surroundings() {
        for (SettingDeclaration declared : new OrderSettings().list()) {
            settings.put(declared.key(), declared.initial());
        }
    }

    public final Partners partners = new Partners() {
        @Override
        public <T> Optional<T> find(Class<T> service) {
            return services.stream()
                    .filter(service::isInstance)
                    .map(service::cast)
                    .findFirst();
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return List.of();
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            return List.of();
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    };

    @Override
    public OrganizationProfile current() {
        return new OrganizationProfile(
                new UUID(1, 1),
                "Renoz",
                "Renoz Energy Pty Ltd",
                "51 824 753 556",
                new OrganizationProfile.Address("1 Sun St", null, "Sydney", "NSW", "2000", "AU"),
                ZoneId.of("Australia/Sydney"),
                Locale.forLanguageTag("en-AU"),
                Currency.getInstance("AUD"),
                "DD/MM/YYYY",
                "24h",
                "1,234.56",
                Month.JULY,
                DayOfWeek.MONDAY,
                BigDecimal.TEN,
                30,
                null,
                OrganizationStatus.ACTIVE);
    }

    @Override
    public Optional<OrganizationRef> resolve(String slugOrHost) {
        return Optional.empty();
    }

    @Override
    public void requireWritable() {}

    private String text(String key) {
        return Objects.requireNonNull(settings.get(key)).text();
    }

    @Override
    public String getString(String category, String key) {
        return text(key).replace("\"", "");
    }

    @Override
    public int getInt(String category, String key) {
        return Integer.parseInt(text(key));
    }

    @Override
    public BigDecimal getDecimal(String category, String key) {
        return new BigDecimal(text(key));
    }

    @Override
    public boolean getBoolean(String category, String key) {
        return Boolean.parseBoolean(text(key));
    }

    @Override
    public Json getJson(String category, String key) {
        return Objects.requireNonNull(settings.get(key));
    }

    @Override
    public Optional<String> getSecret(String category, String key) {
        return Optional.empty();
    }

    @Override
    public void put(String category, String key, Json value) {
        settings.put(key, value);
    }

    /** Sets a setting of orders to a text. */
    public void set(String key, String text) {
        settings.put(key, new Json("\"" + text + "\""));
    }

    /** A product as orders see it. */
    public void add(UUID id, boolean serialized, boolean tracked) {
        products.put(
                id,
                new ProductSummary(
                        id,
                        "SKU-" + id,
                        "Product",
                        null,
                        null,
                        null,
                        tracked ? ProductType.PHYSICAL : ProductType.SERVICE,
                        ProductStatus.ACTIVE,
                        "each",
                        true,
                        true,
                        serialized,
                        tracked,
                        false,
                        BigDecimal.TEN,
                        null,
                        id,
                        TaxType.GST,
                        BigDecimal.TEN,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        null,
                        null,
                        null,
                        null));
    }

    @Override
    public Optional<ProductSummary> find(UUID productId) {
        return Optional.ofNullable(products.get(productId));
    }

    @Override
    public Map<UUID, ProductSummary> findAll(Collection<UUID> productIds) {
        var found = new HashMap<UUID, ProductSummary>();
        productIds.forEach(id -> find(id).ifPresent(product -> found.put(id, product)));
        return found;
    }

    @Override
    public Optional<ProductSummary> findBySku(String sku) {
        return Optional.empty();
    }

    @Override
    public Optional<ProductSummary> findByBarcode(String barcode) {
        return Optional.empty();
    }

    @Override
    public ProductSummary requireSellable(UUID productId) {
        return find(productId).orElseThrow();
    }

    @Override
    public Map<UUID, Problem> unsellable(Collection<UUID> productIds) {
        return Map.of();
    }

    @Override
    public ProductSummary requirePurchasable(UUID productId) {
        return find(productId).orElseThrow();
    }

    @Override
    public Map<UUID, Problem> unpurchasable(Collection<UUID> productIds) {
        return Map.of();
    }

    @Override
    public int countsByCategory(UUID categoryId) {
        return 0;
    }

    @Override
    public Collection<UUID> categoriesBelow(UUID categoryId) {
        return List.of();
    }
}
