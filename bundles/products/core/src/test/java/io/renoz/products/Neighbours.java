package io.renoz.products;

import io.renoz.data.Json;
import io.renoz.module.ModuleGate;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The modules around products, as far as products asks them. */
public final class Neighbours implements NumberSequences, OrganizationDirectory, SettingsReader {

    /** Stands still unless it is moved. */
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
    public final Set<String> modulesOn = new HashSet<>(Set.of("products", "customers", "suppliers", "inventory"));
    public final Set<String> absent = new HashSet<>();
    public final List<SequenceDeclaration> registered = new ArrayList<>();
    public final Map<String, Json> settings = new HashMap<>();
    private final Map<String, List<Object>> extensions = new HashMap<>();
    /** How often numbers were asked for. */
    public int numbersAsked;

    private final AtomicInteger number = new AtomicInteger();

    public Neighbours() {
        for (SettingDeclaration declared : new ProductSettings().list()) {
            settings.put(declared.key(), declared.initial());
        }
    }

    /** Adds a module that implements an interface of ours. */
    public void add(String module, Object implementation) {
        extensions.computeIfAbsent(module, name -> new ArrayList<>()).add(implementation);
        modulesOn.add(module);
    }

    public final Partners partners = new Partners() {
        @Override
        public <T> Optional<T> find(Class<T> service) {
            return enabled(service).stream().findFirst().map(partner -> partner.service());
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return deployed(extension).stream()
                    .filter(partner -> modulesOn.contains(partner.module()))
                    .toList();
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            var found = new ArrayList<Partner<T>>();
            extensions.forEach((module, implementations) -> implementations.stream()
                    .filter(extension::isInstance)
                    .forEach(service -> found.add(new Partner<>(module, extension.cast(service)))));
            return found;
        }

        @Override
        public Set<String> absent() {
            return absent;
        }
    };

    public final ModuleGate gate = new ModuleGate() {
        @Override
        public boolean isEnabled(String module) {
            return modulesOn.contains(module);
        }

        @Override
        public boolean isEnabled(UUID organization, String module) {
            return isEnabled(module);
        }

        @Override
        public void require(String module) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> enabled() {
            return modulesOn;
        }

        @Override
        public Stream<UUID> organizationsWith(String module) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String revision(UUID organization) {
            throw new UnsupportedOperationException();
        }
    };

    @Override
    public List<String> next(String key, LocalDate date, int count) {
        numbersAsked++;
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "P%06d", number.incrementAndGet()))
                .toList();
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
                null,
                null,
                new OrganizationProfile.Address(null, null, null, null, null, "AU"),
                ZoneId.of("Australia/Sydney"),
                Locale.ENGLISH,
                Currency.getInstance("AUD"),
                "DD/MM/YYYY",
                "HH:mm",
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

    private Json setting(String key) {
        return Objects.requireNonNull(settings.get(key));
    }

    private String text(String key) {
        return setting(key).text().replace("\"", "");
    }

    @Override
    public String getString(String category, String key) {
        return text(key);
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
        return setting(key);
    }

    @Override
    public Optional<String> getSecret(String category, String key) {
        return Optional.empty();
    }

    @Override
    public void put(String category, String key, Json value) {
        settings.put(key, value);
    }
}
