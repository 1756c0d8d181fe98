package io.renoz.financial;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.ConsentChannel;
import io.renoz.customers.api.ContactDirectory;
import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.CreditPolicy;
import io.renoz.customers.api.CreditStanding;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.NewConsent;
import io.renoz.customers.api.NewCustomer;
import io.renoz.customers.api.PostalAddress;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.Json;
import io.renoz.data.Page;
import io.renoz.document.PdfLook;
import io.renoz.module.ModuleGate;
import io.renoz.orders.OrderSettings;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
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
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The modules around financial, as far as it asks them; orders itself is the real one. */
public final class Neighbours
        implements NumberSequences, OrganizationDirectory, SettingsReader, CreditPolicy, DocumentTemplates {

    /** Monday, 2 March 2026, noon in Sydney. Stands still unless it is moved. */
    public static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        public void forward(Duration by) {
            now = now.plus(by);
        }

        public void forwardDays(int days) {
            forward(Duration.ofDays(days));
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
    public final Set<String> modulesOn = new HashSet<>(Set.of("financial"));
    public final List<SequenceDeclaration> registered = new ArrayList<>();
    public final List<String> documentTypes = new ArrayList<>();
    public final Map<UUID, CustomerSummary> known = new ConcurrentHashMap<>();
    public final Map<UUID, UUID> parents = new HashMap<>();
    public final Map<UUID, List<ContactSummary>> billing = new HashMap<>();
    private final Map<String, Json> values = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    public Neighbours() {
        var all = new ArrayList<SettingDeclaration>(new FinancialSettings().list());
        all.addAll(new OrderSettings().list());
        all.forEach(one -> values.put(one.category() + "." + one.key(), Objects.requireNonNull(one.initial())));
        values.put("products.tax_rounding", new Json("\"line\""));
        values.put("settings.attachment_max_mb", new Json("10"));
    }

    /** Sets a setting to the text of a JSON value. */
    public void set(String key, String json) {
        values.put(key, new Json(json));
    }

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

    /** A customer that others can find. */
    public void add(UUID id, String name) {
        known.put(
                id,
                new CustomerSummary(
                        id, "CUST", name, name, CustomerStatus.ACTIVE, CustomerType.BUSINESS, null, null, 30, false));
    }

    /** A billing contact of a customer. */
    public void contact(UUID customer, String email) {
        billing.computeIfAbsent(customer, id -> new ArrayList<>())
                .add(new ContactSummary(
                        UUID.randomUUID(),
                        customer,
                        "Ann",
                        "Billing",
                        email,
                        null,
                        null,
                        null,
                        true,
                        false,
                        true,
                        true,
                        false));
    }

    @Override
    public List<String> next(String key, LocalDate date, int count) {
        AtomicInteger number = numbers.computeIfAbsent(key, name -> new AtomicInteger());
        String prefix = key.substring(key.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        return IntStream.range(0, count)
                .mapToObj(
                        i -> String.format(Locale.ROOT, "%s-%d-%05d", prefix, date.getYear(), number.incrementAndGet()))
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

    private Json setting(String category, String key) {
        return Objects.requireNonNull(values.get(category + "." + key), category + "." + key);
    }

    @Override
    public String getString(String category, String key) {
        return setting(category, key).text().replace("\"", "");
    }

    @Override
    public int getInt(String category, String key) {
        return Integer.parseInt(setting(category, key).text());
    }

    @Override
    public BigDecimal getDecimal(String category, String key) {
        return new BigDecimal(setting(category, key).text());
    }

    @Override
    public boolean getBoolean(String category, String key) {
        return Boolean.parseBoolean(setting(category, key).text());
    }

    @Override
    public Json getJson(String category, String key) {
        return setting(category, key);
    }

    @Override
    public Optional<String> getSecret(String category, String key) {
        return Optional.empty();
    }

    @Override
    public void put(String category, String key, Json value) {
        values.put(category + "." + key, value);
    }

    @Override
    public CreditStanding standing(UUID customerId) {
        return new CreditStanding(customerId, null, false, null, 30, parents.get(customerId));
    }

    @Override
    public DocumentTemplate find(String documentType) {
        var look = new PdfLook("#112233", "#445566", "inter", "a4", Optional.empty(), "Renoz", "ABN 51 824 753 556");
        return new DocumentTemplate(documentType, null, look, false, "", Locale.forLanguageTag("en-AU"));
    }

    @Override
    public void register(String documentType) {
        documentTypes.add(documentType);
    }

    public final CustomerDirectory customers = new CustomerDirectory() {
        @Override
        public Optional<CustomerSummary> find(UUID customerId) {
            return Optional.ofNullable(known.get(customerId));
        }

        @Override
        public Map<UUID, CustomerSummary> findAll(Collection<UUID> customerIds) {
            var found = new LinkedHashMap<UUID, CustomerSummary>();
            customerIds.stream().filter(known::containsKey).forEach(id -> found.put(id, known.get(id)));
            return found;
        }

        @Override
        public CustomerSummary requireTrading(UUID customerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UUID create(NewCustomer customer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void activate(UUID customerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<UUID> matching(SegmentCriteria criteria, @Nullable String cursor) {
            return Page.of(known.keySet().stream().sorted().toList());
        }
    };

    public final ContactDirectory contacts = new ContactDirectory() {
        @Override
        public Optional<ContactSummary> find(UUID contactId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ContactSummary> primaryOf(UUID customerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ContactSummary> billingOf(UUID customerId) {
            return billing.getOrDefault(customerId, List.of());
        }

        @Override
        public Page<ContactSummary> addressableFor(
                SegmentCriteria criteria, ConsentChannel channel, @Nullable String cursor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void recordConsent(UUID contactId, NewConsent consent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void touch(UUID contactId, Instant contactedAt) {
            throw new UnsupportedOperationException();
        }
    };

    public final AddressBook addresses = new AddressBook() {
        @Override
        public Optional<PostalAddress> find(UUID addressId) {
            return Optional.empty();
        }

        @Override
        public Optional<PostalAddress> primary(UUID customerId, AddressType type) {
            return Optional.empty();
        }
    };
}
