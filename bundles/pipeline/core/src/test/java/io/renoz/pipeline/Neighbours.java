package io.renoz.pipeline;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.ContactDirectory;
import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.CreditPolicy;
import io.renoz.customers.api.CreditStanding;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerFigures;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.PostalAddress;
import io.renoz.data.Json;
import io.renoz.document.PdfDocument;
import io.renoz.document.PdfLook;
import io.renoz.document.PdfRenderer;
import io.renoz.document.RenderedPdf;
import io.renoz.module.Partners;
import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.OrderIntake;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.Notifications;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The modules around pipeline, as far as it asks them. Sydney is eleven hours ahead of the clock. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by reflection, with what the interface gives
public final class Neighbours {

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
    public final Map<String, Json> settings = new HashMap<>();
    public final Map<UUID, CustomerSummary> customers = new HashMap<>();
    public final Map<UUID, ContactSummary> contacts = new HashMap<>();
    public final Map<UUID, PostalAddress> addresses = new HashMap<>();
    public final Map<UUID, UUID> parents = new HashMap<>();
    public final Map<UUID, UserRef> users = new HashMap<>();
    /** What was told of the open value of each customer last. */
    public final Map<UUID, BigDecimal> openValues = new ConcurrentHashMap<>();
    /** Orders that were asked for, by the caller's key. */
    public final Map<String, NewOrder> orders = new ConcurrentHashMap<>();

    public final Map<String, UUID> orderIds = new ConcurrentHashMap<>();
    public final List<NotificationRequest> notified = new ArrayList<>();
    public final List<SequenceDeclaration> registered = new ArrayList<>();
    public boolean ordersOn = true;
    public boolean printerBroken;

    private final AtomicInteger number = new AtomicInteger();

    public Neighbours() {
        new PipelineSettings().list().forEach(declared -> settings.put(declared.key(), declared.initial()));
        settings.put("tax_rounding", new Json("line"));
        settings.put("attachment_max_mb", new Json("50"));
    }

    public final NumberSequences sequences = Played.as(NumberSequences.class, new Object() {
        List<String> next(String key, LocalDate date, int count) {
            String prefix = key.equals("pipeline.quote") ? "QUO" : "OPP";
            return IntStream.range(0, count)
                    .mapToObj(i -> String.format(Locale.ROOT, "%s-2026-%05d", prefix, number.incrementAndGet()))
                    .toList();
        }

        void register(SequenceDeclaration declaration) {
            registered.add(declaration);
        }
    });

    public final OrganizationDirectory organizations = Played.as(OrganizationDirectory.class, new Object() {
        OrganizationProfile current() {
            return profile();
        }
    });

    private static OrganizationProfile profile() {
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
                "12h",
                "1,234.56",
                Month.JULY,
                DayOfWeek.MONDAY,
                BigDecimal.TEN,
                30,
                null,
                OrganizationStatus.ACTIVE);
    }

    public final SettingsReader reader = Played.as(SettingsReader.class, new Object() {
        private String text(String key) {
            return Objects.requireNonNull(settings.get(key)).text();
        }

        String getString(String category, String key) {
            return text(key);
        }

        int getInt(String category, String key) {
            return Integer.parseInt(text(key));
        }

        BigDecimal getDecimal(String category, String key) {
            return new BigDecimal(text(key));
        }

        boolean getBoolean(String category, String key) {
            return Boolean.parseBoolean(text(key));
        }
    });

    public final CustomerDirectory customerDirectory = Played.as(CustomerDirectory.class, new Object() {
        Optional<CustomerSummary> find(UUID id) {
            return Optional.ofNullable(customers.get(id));
        }

        Map<UUID, CustomerSummary> findAll(Collection<UUID> ids) {
            return ids.stream().filter(customers::containsKey).collect(Collectors.toMap(id -> id, customers::get));
        }
    });

    public final ContactDirectory contactDirectory = Played.as(ContactDirectory.class, new Object() {
        Optional<ContactSummary> find(UUID id) {
            return Optional.ofNullable(contacts.get(id));
        }
    });

    public final AddressBook addressBook = Played.as(AddressBook.class, new Object() {
        Optional<PostalAddress> find(UUID id) {
            return Optional.ofNullable(addresses.get(id));
        }
    });

    public final CreditPolicy credit = Played.as(CreditPolicy.class, new Object() {
        CreditStanding standing(UUID id) {
            return new CreditStanding(id, null, false, null, 30, parents.get(id));
        }
    });

    public final CustomerFigures figures = Played.as(CustomerFigures.class, new Object() {
        void reportPipeline(UUID customer, BigDecimal value, Instant asOf) {
            openValues.put(customer, value);
        }
    });

    public final UserDirectory userDirectory = Played.as(UserDirectory.class, new Object() {
        Map<UUID, UserRef> findAll(Collection<UUID> ids) {
            return ids.stream().filter(users::containsKey).collect(Collectors.toMap(id -> id, users::get));
        }
    });

    public final Notifications notifications = Played.as(Notifications.class, new Object() {
        int notify(NotificationRequest request) {
            notified.add(request);
            return 1;
        }
    });

    public final DocumentTemplates templates = Played.as(DocumentTemplates.class, new Object() {
        DocumentTemplate find(String type) {
            var look = new PdfLook("#112233", "#445566", "inter", "a4", Optional.empty(), "Renoz", "");
            return new DocumentTemplate(type, null, look, false, "Our terms.", Locale.ENGLISH);
        }
    });

    public final PdfRenderer renderer = Played.as(PdfRenderer.class, new Object() {
        RenderedPdf render(PdfDocument document) {
            if (printerBroken) {
                throw new IllegalStateException("No ink");
            }
            String text = "%PDF-1.7\n" + document.title() + new TreeMap<>(document.data()) + document.dated();
            return new RenderedPdf(text.getBytes(StandardCharsets.UTF_8), List.of());
        }
    });

    private final OrderIntake intake = Played.as(OrderIntake.class, new Object() {
        UUID createDraft(NewOrder order, String key) {
            orders.put(key, order);
            return orderIds.computeIfAbsent(key, made -> UUID.randomUUID());
        }
    });

    public final Partners partners = Played.as(Partners.class, new Object() {
        Optional<Object> find(Class<?> service) {
            return service == OrderIntake.class && ordersOn ? Optional.of(intake) : Optional.empty();
        }
    });

    CustomerSummary customer(UUID id, String name, boolean taxExempt) {
        var summary = new CustomerSummary(
                id,
                "CUST-1",
                name,
                name + " Pty Ltd",
                CustomerStatus.PROSPECT,
                CustomerType.BUSINESS,
                null,
                null,
                30,
                taxExempt);
        customers.put(id, summary);
        return summary;
    }

    void contact(UUID id, UUID customer, @Nullable String email) {
        contacts.put(
                id,
                new ContactSummary(
                        id, customer, "Ann", "Lee", email, null, null, null, false, false, true, true, false));
    }

    void address(UUID id, UUID customer) {
        addresses.put(
                id,
                new PostalAddress(
                        id,
                        customer,
                        AddressType.BILLING,
                        null,
                        null,
                        "1 High St",
                        null,
                        "Sydney",
                        "NSW",
                        "2000",
                        "AU",
                        null,
                        null,
                        null));
    }

    void user(UUID id) {
        users.put(id, new UserRef(id, "Tess Ter", id + "@test", UserStatus.ACTIVE, null));
    }
}
