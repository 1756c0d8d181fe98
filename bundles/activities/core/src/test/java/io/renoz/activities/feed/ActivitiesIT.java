package io.renoz.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.ActivityFilter;
import io.renoz.activities.api.ActivityView;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.log.RecordLog;
import io.renoz.activities.log.Trail;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.kernel.RecordChange;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActivitiesIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final DataSource DATABASE = PLATFORM.databases().module("activities");
    private static final UUID ANNA = UUID.randomUUID();

    private final Set<String> enabled = new HashSet<>(Set.of("activities", "orders", "customers", "users"));
    private final ModuleGate gate = (ModuleGate) Proxy.newProxyInstance(
            ModuleGate.class.getClassLoader(),
            new Class<?>[] {ModuleGate.class},
            (proxy, method, arguments) -> enabled);
    private final Activities activities = new Activities(DATABASE, gate);
    private final Feed feed = new Feed(DATABASE, gate);
    private final Trail trail = new Trail(DATABASE, new AnyModule());
    private final RecordLog log = new RecordLog(PLATFORM.databases());
    private final Organization acme = PLATFORM.organization();
    private final UUID order = UUID.randomUUID();

    /** Every name is a module. */
    private static final class AnyModule implements Modules {

        @Override
        public Collection<ModuleDescriptor> all() {
            return List.of();
        }

        @Override
        public Optional<ModuleDescriptor> find(String name) {
            return Optional.of(
                    new ModuleDescriptor(name, "1.0.0", name, "core", "Renoz", Set.of(), Set.of(), Map.of()));
        }
    }

    private void record(AuditEntry entry) {
        acme.run(() -> trail.record(entry));
    }

    private static AuditEntry entry(String module, String type, UUID id) {
        return AuditEntry.of(module, type, id, Action.UPDATED);
    }

    private Page<ActivityView> list(Organization as, Map<String, String> filters) {
        return as.read(() -> activities.list(new ListQuery(50, Optional.empty(), Optional.empty(), filters, true)));
    }

    private static RecordChange change(
            String type,
            @Nullable UUID parent,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var kind = before.isEmpty() ? RecordChange.Kind.CREATED : RecordChange.Kind.UPDATED;
        return new RecordChange(
                "orders",
                type,
                UUID.randomUUID(),
                type + " 1",
                parent == null ? null : "order",
                parent,
                null,
                kind,
                before,
                after,
                false);
    }

    @Test
    @DisplayName("ACT-01, ACT-05: changes of one transaction are written together, with who made them")
    void writesWhatATransactionDid() {
        acme.as(ANNA).run(() -> {
            touchDatabase();
            log.write(List.of(
                    change("order", null, Map.of(), Map.of("total", 12)),
                    change("line", order, Map.of("quantity", 1), Map.of("quantity", 2)),
                    change("line", order, Map.of("quantity", 1), Map.of("quantity", 1))));
        });

        Page<ActivityView> all = list(acme, Map.of());
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.items()).allSatisfy(view -> {
            assertThat(view.userId()).isEqualTo(ANNA);
            assertThat(view.actorType()).isEqualTo("user");
            assertThat(view.version()).isEqualTo(1);
        });
        assertThat(list(acme, Map.of("changedField", "quantity")).items())
                .singleElement()
                .satisfies(view -> assertThat(String.valueOf(view.changes()))
                        .isEqualTo("{\"quantity\": {\"new\": 2, \"old\": 1}}"));
    }

    /** As the change itself does before it is told. */
    private static void touchDatabase() {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("ACT-02: what is rolled back is not in the log")
    void tellsNothingOfWhatDidNotHappen() {
        assertThatThrownBy(() -> acme.run(() -> {
                    trail.record(entry("orders", "order", order));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(list(acme, Map.of()).items()).isEmpty();
    }

    @Test
    @DisplayName("ACT-03: the application adds and reads, and can do nothing else; nor can the owner")
    void isNeverChanged() throws SQLException {
        record(entry("orders", "order", order));

        for (String statement : List.of(
                "update activities.activities set description = 'x'",
                "delete from activities.activities",
                "truncate activities.activities")) {
            assertThatThrownBy(() -> acme.sql("activities", statement)).hasStackTraceContaining("permission denied");
        }
        try (Connection owner = PLATFORM.databases().owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("set app.organization_id = '" + acme.id() + "'");
            assertThatThrownBy(() -> statement.execute("update activities.activities set description = 'x'"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.execute("delete from activities.activities"))
                    .hasMessageContaining("never changed");
            statement.execute("reset app.organization_id");
        }
    }

    @Test
    @DisplayName("ACT-08: the history of a record shows its parts, or not")
    void showsTheHistoryOfARecord() {
        record(entry("orders", "order", order));
        record(entry("orders", "line", UUID.randomUUID()).partOf("order", order));
        record(entry("orders", "order", UUID.randomUUID()));

        assertThat(acme.read(() -> feed.forEntity("order", order, ListQuery.first(10)))
                        .items())
                .hasSize(2);
        assertThat(acme.read(() -> activities.history("order", order, false, ListQuery.first(10), Filters.all()))
                        .items())
                .hasSize(1);
    }

    @Test
    @DisplayName("ACT-09: entries of modules that are off or may not be read are not there")
    void hidesWhatMayNotBeSeen() {
        record(entry("orders", "order", order));
        record(entry("customers", "customer", order));
        record(entry("customers", "role", order).confidential());
        Organization reader = acme.as(ANNA, "activities.read", "customers.read");

        assertThat(list(reader, Map.of()).items())
                .extracting(ActivityView::entityType)
                .containsExactly("customer");
        UUID hidden = list(acme, Map.of("module", "orders")).items().get(0).id();
        assertThatThrownBy(() -> reader.read(() -> activities.get(hidden)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-found"));
        assertThat(list(acme.as(ANNA, "customers.read", "activities.security"), Map.of())
                        .items())
                .hasSize(2);
        enabled.remove("customers");
        assertThat(list(reader, Map.of()).items()).isEmpty();
    }

    @Test
    @DisplayName("ACT-08: parts are shown or left out, and nothing between")
    void asksForPartsInPlainWords() {
        record(entry("orders", "line", UUID.randomUUID()).partOf("order", order));
        var resource = new EntityActivityResource(DATABASE, gate);

        assertThat(acme.read(() -> resource.list("order", order, query(Map.of("includeChildren", "true"))))
                        .items())
                .hasSize(1);
        assertThat(acme.read(() -> resource.list("order", order, query(Map.of("includeChildren", "false"))))
                        .items())
                .isEmpty();
        assertRefused(
                "invalid-parameter",
                () -> acme.read(() -> resource.list("order", order, query(Map.of("includeChildren", "perhaps")))));
        assertRefused(
                "invalid-parameter",
                () -> acme.read(() -> resource.list("order", order, query(Map.of("module", "orders")))));
    }

    private static ListQuery query(Map<String, String> filters) {
        return new ListQuery(10, Optional.empty(), Optional.empty(), filters, false);
    }

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    @Test
    @DisplayName("ACT-09: the history of what one cannot see, or of what never was, is not found")
    void knowsNoHistoryOfWhatIsNotThere() {
        record(entry("orders", "order", order));
        var resource = new EntityActivityResource(DATABASE, gate);
        Organization stranger = PLATFORM.organization();

        assertThat(acme.read(() -> resource.list("order", order, query(Map.of("action", "deleted"))))
                        .items())
                .isEmpty();
        assertRefused("not-found", () -> acme.read(() -> resource.list("order", ANNA, query(Map.of()))));
        assertRefused("not-found", () -> acme.read(() -> resource.list("unicorn", order, query(Map.of()))));
        assertRefused("not-found", () -> stranger.read(() -> resource.list("order", order, query(Map.of()))));
        assertRefused("not-found", () -> acme.as(ANNA, "activities.read", "customers.read")
                .read(() -> resource.list("order", order, query(Map.of()))));
    }

    @Test
    @DisplayName("ACT-09: what a user did is there for every user there is, and for nobody else")
    void knowsWhatUsersDid() {
        UUID bob = UUID.randomUUID();
        record(AuditEntry.of("users", "user", bob, Action.CREATED));
        acme.as(ANNA).run(() -> trail.record(entry("orders", "order", order)));
        var resource = new UserActivityResource(DATABASE, gate);
        Organization reader = acme.as(bob, "activities.read", "customers.read");

        assertThat(acme.read(() -> resource.list(ANNA, query(Map.of()))).items())
                .hasSize(1);
        assertThat(acme.read(() -> resource.list(bob, query(Map.of()))).items()).isEmpty();
        assertThat(reader.read(() -> resource.list(ANNA, query(Map.of()))).items())
                .isEmpty();
        assertThat(acme.as(ANNA)
                        .read(() -> resource.list(ANNA, query(Map.of())))
                        .items())
                .hasSize(1);
        assertRefused("not-found", () -> acme.read(() -> resource.list(UUID.randomUUID(), query(Map.of()))));
        assertRefused("not-found", () -> PLATFORM.organization().read(() -> resource.list(ANNA, query(Map.of()))));
        assertRefused("forbidden", () -> acme.as(bob).read(() -> resource.list(ANNA, query(Map.of()))));
    }

    @Test
    @DisplayName("ACT-09: switches of modules are seen by those who may see modules")
    void showsWhatTheKernelDidToThoseWhoMayKnow() {
        UUID module = UUID.randomUUID();
        record(entry("platform", "organization_module", module));

        assertThat(list(acme.as(ANNA, "activities.read", "modules.read"), Map.of("module", "platform"))
                        .items())
                .hasSize(1);
        assertThat(list(acme.as(ANNA, "activities.read", "orders.read"), Map.of("module", "platform"))
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("ACT-09: one's own acts are always there")
    void showsOnesOwnActs() {
        acme.as(ANNA)
                .run(() -> trail.record(AuditEntry.of("users", "user_session", order, Action.LOGIN)
                        .confidential()));

        assertThat(list(acme.as(ANNA), Map.of()).items()).hasSize(1);
        assertThat(list(acme.as(UUID.randomUUID()), Map.of()).items()).isEmpty();
    }

    @Test
    void isUnknownToAnotherOrganization() {
        record(entry("orders", "order", order));
        UUID id = list(acme, Map.of()).items().get(0).id();
        Organization other = PLATFORM.organization();

        assertThat(list(other, Map.of()).items()).isEmpty();
        assertThatThrownBy(() -> other.read(() -> activities.get(id))).isInstanceOf(Problem.class);
    }

    @Test
    void comesInPagesThatMissNothing() {
        acme.run(() -> IntStream.range(0, 25).forEach(i -> trail.record(entry("orders", "order", order))));
        var seen = new ArrayList<UUID>();
        Optional<String> cursor = Optional.empty();
        do {
            var query = new ListQuery(4, cursor, Optional.of("createdAt"), Map.of(), false);
            Page<ActivityView> page = acme.read(() -> activities.list(query));
            page.items().forEach(view -> seen.add(view.id()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void answersOtherModules() {
        record(entry("orders", "order", order).about(ANNA));

        assertThat(acme.read(() -> feed.lastActivityAt("order", List.of(order, ANNA))))
                .containsOnlyKeys(order);
        assertThat(acme.read(() -> feed.countSince(Instant.EPOCH, ActivityFilter.all())))
                .isEqualTo(1);
        var streamed = new ArrayList<ActivityView>();
        acme.read(() -> {
            feed.stream(
                    new ActivityFilter("orders", "order", order, Action.UPDATED, null, ANNA, Instant.EPOCH, null),
                    streamed::add);
            return 0;
        });
        assertThat(streamed).hasSize(1);
    }

    @Test
    @DisplayName("ACT-09: a file holds what its reader may see, in batches that go on where the one before ended")
    void goesIntoFiles() {
        IntStream.range(0, 5).forEach(i -> record(entry("orders", "order", order)));
        record(entry("customers", "customer", order));
        var export = new ActivityExport(DATABASE, gate);
        var rows = new ArrayList<Map<String, ?>>();
        Instant until = Instant.now().plusSeconds(60);
        Organization anna = acme.as(ANNA, "activities.read", "activities.export", "orders.read");
        Optional<String> next = Optional.empty();
        int batches = 0;
        do {
            Optional<String> from = next;
            next = anna.call(() -> export.read(
                    new ExportQuery(null, until, Map.of("entityType", "order"), List.of("id"), from, 2), rows::add));
            batches++;
        } while (next.isPresent());

        assertThat(batches).isEqualTo(3);
        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.keySet())
                .containsExactlyElementsOf(export.describe().fields().stream()
                        .map(ExportField::name)
                        .toList()));
        assertThatThrownBy(() -> acme.as(ANNA, "activities.read", "orders.read")
                        .call(() -> export.read(
                                new ExportQuery(null, until, Map.of(), List.of("id"), Optional.empty(), 2), rows::add)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("forbidden"));
        var types = new ActivityTypes(DATABASE, gate);
        UUID id = UUID.fromString(String.valueOf(rows.get(0).get("id")));
        assertThat(anna.call(() -> types.label("activity", id))).isPresent();
        assertThat(acme.as(ANNA, "activities.read").call(() -> types.label("activity", id)))
                .isEmpty();
    }
}
