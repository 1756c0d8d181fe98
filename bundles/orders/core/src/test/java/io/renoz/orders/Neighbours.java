package io.renoz.orders;

import io.renoz.data.Json;
import io.renoz.module.Partners;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The modules around orders, as far as orders asks them: settings, numbers, the organization, and optional partners. */
public final class Neighbours implements NumberSequences, OrganizationDirectory, SettingsReader {

    /** Stands still unless it is moved. */
    public static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-02T01:00:00Z");

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

    /** The day it is where the organization is. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public final TestClock clock = new TestClock();
    public final List<SequenceDeclaration> registered = new ArrayList<>();
    public final Map<String, Json> settings = new HashMap<>();
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private final List<Object> extensions = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    public Neighbours() {
        for (SettingDeclaration declared : new OrderSettings().list()) {
            settings.put(declared.category() + "." + declared.key(), declared.initial());
        }
        settings.put("customers.default_payment_terms_days", new Json("30"));
        settings.put("products.tax_rounding", new Json("\"line\""));
    }

    public void set(String key, String json) {
        settings.put(key, new Json(json));
    }

    /** Turns a partner on. */
    public <T> void offer(Class<T> type, T service) {
        services.put(type, service);
    }

    public void withdraw(Class<?> type) {
        services.remove(type);
    }

    /** Adds an implementation of one of our interfaces. */
    public void extend(Object extension) {
        extensions.add(extension);
    }

    public final Partners partners = new Partners() {
        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.ofNullable(services.get(service)).map(service::cast);
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return extensions.stream()
                    .filter(extension::isInstance)
                    .map(one -> new Partner<>("other", extension.cast(one)))
                    .toList();
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            return enabled(extension);
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    };

    @Override
    public List<String> next(String key, LocalDate date, int count) {
        AtomicInteger number = numbers.computeIfAbsent(key, name -> new AtomicInteger());
        String prefix = prefix(key);
        return IntStream.range(0, count)
                .mapToObj(
                        i -> String.format(Locale.ROOT, "%s-%d-%05d", prefix, date.getYear(), number.incrementAndGet()))
                .toList();
    }

    private static String prefix(String key) {
        return switch (key) {
            case "orders.order" -> "ORD";
            case "orders.invoice" -> "INV";
            case "orders.shipment" -> "SHP";
            case "orders.payment" -> "PAY";
            default -> "CUST";
        };
    }

    @Override
    public void register(SequenceDeclaration declaration) {
        registered.add(declaration);
    }

    @Override
    public OrganizationProfile current() {
        return new OrganizationProfile(
                new UUID(1, 1),
                "Renoz",
                "Renoz Pty Ltd",
                "51 824 753 556",
                new OrganizationProfile.Address("1 Sun St", null, "Sydney", "NSW", "2000", "AU"),
                ZoneId.of("Australia/Sydney"),
                Locale.ENGLISH,
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

    private String text(String category, String key) {
        return Objects.requireNonNull(settings.get(category + "." + key), category + "." + key)
                .text();
    }

    @Override
    public String getString(String category, String key) {
        return text(category, key).replace("\"", "");
    }

    @Override
    public int getInt(String category, String key) {
        return Integer.parseInt(text(category, key));
    }

    @Override
    public BigDecimal getDecimal(String category, String key) {
        return new BigDecimal(text(category, key));
    }

    @Override
    public boolean getBoolean(String category, String key) {
        return Boolean.parseBoolean(text(category, key));
    }

    @Override
    public Json getJson(String category, String key) {
        return new Json(text(category, key));
    }

    @Override
    public Optional<String> getSecret(String category, String key) {
        return Optional.empty();
    }

    @Override
    public void put(String category, String key, Json value) {
        settings.put(category + "." + key, value);
    }
}
