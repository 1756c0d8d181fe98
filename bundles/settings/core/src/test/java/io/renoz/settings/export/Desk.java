package io.renoz.settings.export;

import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.activities.api.Changes;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.job.JobScheduler;
import io.renoz.module.Partners;
import io.renoz.platform.csv.TableFiles;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.api.RowSink;
import io.renoz.settings.api.SettingDeclarations;
import io.renoz.settings.api.SettingsReader;
import io.renoz.settings.importing.ImportSettings;
import io.renoz.settings.setting.Settings;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import io.renoz.users.api.AccessControl;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports put together over a real database; a module {@code shop} has shops, which have guests. */
public final class Desk implements Partners, EntityTypes {

    public static final TestPlatform PLATFORM = TestPlatform.shared();

    public final Organization organization = PLATFORM.organization();
    public final Map<UUID, Set<String>> people = new HashMap<>();
    final Source shops = new Source("shop", Set.of());
    final Source guests = new Source("guest", Set.of("shop"));
    final List<AuditEntry> told = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public final MovableClock clock = new MovableClock();

    public final Tables tables = PLATFORM.tables("settings");
    public final MemoryAttachments attachments = new MemoryAttachments(tables);
    public final List<ImportTarget> targets = new ArrayList<>();
    public final JobScheduler jobs = new Asked();
    public final AuditTrail audit = new Trail();
    public final OrganizationDirectory home = new Home();
    public final SettingsReader settings = new Settings(tables, PLATFORM.events(), this, PLATFORM.secrets());
    final ExportTerms terms = new ExportTerms(new Home(), settings, clock);
    final ExportWork work = new ExportWork(this, this, PLATFORM.transactions(), new TableFiles(), new TableFiles());
    final DataExportResource exports =
            new DataExportResource(tables, new Ordering(tables, this, this, settings), attachments, new Asked(), clock);
    final ExportExpiry expiry = new ExportExpiry(tables, attachments, new Asked(), clock);
    final ExportTypes types = new ExportTypes(tables);

    ExportRun run(long mostBytes) {
        return new ExportRun(
                tables,
                PLATFORM.transactions(),
                work,
                new ExportEnd(tables, attachments, PLATFORM.events(), new Trail()),
                terms,
                mostBytes);
    }

    /** A user who may do these things. */
    public UUID hired(String... permissions) {
        UUID id = Ids.next();
        people.put(id, new HashSet<>(Set.of(permissions)));
        return id;
    }

    private Set<String> permissions(UUID user) {
        return people.getOrDefault(user, Set.of());
    }

    public Organization as(UUID user) {
        return organization.as(user, permissions(user).toArray(String[]::new));
    }

    /** Runs the job until it has nothing to do. */
    void work() {
        work(ExportWork.MOST_BYTES);
    }

    void work(long mostBytes) {
        ExportRun run = run(mostBytes);
        Optional<String> from = Optional.empty();
        do {
            Optional<String> at = from;
            from = organization.call(() -> run.run(at));
        } while (from.isPresent());
    }

    /** A module's records: rows that were put here. */
    static final class Source implements ExportSource {

        private final ExportDescription description;
        final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        final List<ExportQuery> queries = new ArrayList<>();
        final List<Call> calls = new ArrayList<>();
        Runnable meanwhile = () -> {};

        Source(String type, Set<String> dependencies) {
            description = new ExportDescription(
                    type,
                    List.of(ExportField.of("id"), ExportField.personal("name"), ExportField.of("amount")),
                    dependencies,
                    Set.of("name"));
        }

        @Override
        public ExportDescription describe() {
            return description;
        }

        @Override
        public Optional<String> read(ExportQuery query, RowSink sink) {
            queries.add(query);
            calls.add(Call.current());
            int from = query.cursor().map(Integer::valueOf).orElse(0);
            int to = Math.min(rows.size(), from + query.limit());
            rows.subList(from, to).forEach(sink::write);
            meanwhile.run();
            return to < rows.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        }

        Source with(String name, @Nullable Object amount) {
            var row = new HashMap<String, @Nullable Object>();
            row.put("id", Ids.next());
            row.put("name", name);
            row.put("amount", amount);
            rows.add(row);
            return this;
        }
    }

    private final class Asked implements JobScheduler {

        @Override
        public void runNow(String name) {
            asked.add(name);
        }

        @Override
        public void runAt(String name, Instant moment) {
            asked.add(name);
        }
    }

    private final class Trail implements AuditTrail {

        @Override
        public void record(AuditEntry entry) {
            told.add(entry);
        }

        @Override
        public void recordBulk(AuditEntry summary, int count) {
            told.add(summary);
        }

        @Override
        public Changes diff(
                Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Set<String> excluded) {
            throw new UnsupportedOperationException();
        }
    }

    /** A clock that can be put forward. */
    public static final class MovableClock extends Clock {

        private Duration ahead = Duration.ZERO;

        public void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** Knows who is here, and what they may do. */
    private <T> T played(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" ->
                        Optional.of((UUID) arguments[0])
                                .filter(people::containsKey)
                                .map(id -> new UserRef(id, "Tess Ter", "t@t", UserStatus.ACTIVE, null));
                    case "effectivePermissions" -> permissions((UUID) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    /** In Perth. */
    private static final class Home implements OrganizationDirectory {

        @Override
        public OrganizationProfile current() {
            return new OrganizationProfile(
                    Call.tenant(),
                    "Acme",
                    null,
                    null,
                    new OrganizationProfile.Address(null, null, null, null, null, "AU"),
                    ZoneId.of("Australia/Perth"),
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

        @Override
        public Optional<OrganizationRef> resolve(String slugOrHost) {
            return Optional.empty();
        }

        @Override
        public void requireWritable() {}
    }

    @Override
    public <T> Optional<T> find(Class<T> service) {
        return service == UserDirectory.class || service == AccessControl.class
                ? Optional.of(played(service))
                : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // the lists are by type
    public <T> List<Partner<T>> enabled(Class<T> extension) {
        if (extension == ExportSource.class) {
            return (List<Partner<T>>) (List<?>) Stream.of(shops, guests)
                    .map(source -> new Partner<ExportSource>("shop", source))
                    .toList();
        }
        if (extension == ImportTarget.class) {
            return (List<Partner<T>>) (List<?>) targets.stream()
                    .map(target -> new Partner<ImportTarget>("shop", target))
                    .toList();
        }
        return extension == SettingDeclarations.class
                ? (List<Partner<T>>) (List<?>) List.of(
                        new Partner<SettingDeclarations>("settings", new ExportSettings()),
                        new Partner<SettingDeclarations>("settings", new ImportSettings()))
                : List.of();
    }

    @Override
    public <T> List<Partner<T>> deployed(Class<T> extension) {
        return enabled(extension);
    }

    @Override
    public Set<String> absent() {
        return Set.of();
    }

    @Override
    public List<EntityType> all() {
        return Stream.of("guest", "shop")
                .map(type -> EntityType.of("shop", type, type, null).readWith("shop." + type))
                .toList();
    }

    @Override
    public Optional<EntityType> find(String type) {
        return all().stream().filter(known -> known.type().equals(type)).findFirst();
    }

    @Override
    public EntityType require(String type) {
        return find(type).orElseThrow(() -> Problem.of("unknown-entity-type", type));
    }

    @Override
    public Optional<EntityLabel> describe(String type, UUID id) {
        return Optional.empty();
    }
}
