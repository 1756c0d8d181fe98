package io.renoz.suppliers;

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
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.Notifications;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The modules around suppliers, as far as suppliers asks them. */
public final class Neighbours implements NumberSequences, OrganizationDirectory, SettingsReader, Notifications {

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
    public final List<SequenceDeclaration> registered = new ArrayList<>();
    public final Map<String, Json> settings = new HashMap<>();
    public final List<NotificationRequest> notified = new ArrayList<>();
    private final Map<Class<?>, Object> partnersOn = new HashMap<>();
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    public Neighbours() {
        for (SettingDeclaration declared : new SuppliersSettings().list()) {
            settings.put(declared.key(), declared.initial());
        }
    }

    /** Turns on an optional partner's service. */
    public <T> void add(Class<T> service, T implementation) {
        partnersOn.put(service, implementation);
    }

    public final Partners partners = new Partners() {
        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.ofNullable(service.cast(partnersOn.get(service)));
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
    public List<String> next(String key, LocalDate date, int count) {
        SequenceDeclaration declared = Sequences.ALL.stream()
                .filter(sequence -> sequence.key().equals(key))
                .findFirst()
                .orElseThrow();
        AtomicInteger number = numbers.computeIfAbsent(key, name -> new AtomicInteger());
        String begin = declared.prefix() + (declared.pattern().contains("{yyyy}") ? "-" + date.getYear() : "");
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%s-%05d", begin, number.incrementAndGet()))
                .toList();
    }

    @Override
    public void register(SequenceDeclaration declaration) {
        registered.add(declaration);
    }

    /** Today in Sydney. */
    public LocalDate today() {
        return current().today(clock);
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
        return setting(key).text();
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

    @Override
    public int notify(NotificationRequest request) {
        notified.add(request);
        return 1;
    }

    @Override
    public int withdraw(String dedupeKey) {
        return 0;
    }

    @Override
    public Set<String> told(UUID user, Collection<String> dedupeKeys) {
        return Set.of();
    }
}
