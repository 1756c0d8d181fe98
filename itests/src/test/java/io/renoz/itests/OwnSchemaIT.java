package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The statements that really ran, held against the rule that a module touches its own schema.
 *
 * <p>{@code pg_stat_statements} keeps statements apart by the role in force when they ran, and a module's connection takes the
 * role {@code renoz_m_<schema>}, so the role of a statement tells the module.
 */
@DisplayName("The statements of a module")
class OwnSchemaIT {

    /** What every module may write beside its own. */
    private static final Set<String> SHARED =
            Set.of("platform.event_outbox", "platform.event_deliveries", "activities.activities");

    /** A statement as it ran, with what it was about. */
    private record Ran(String role, String text, Set<String> tables) {}

    private static List<Ran> ran;
    private static Set<String> roles;

    @BeforeAll
    static void useEverything() throws SQLException {
        var world = new World(Tenant.whole());
        world.api().listings().forEach(world::records);
        world.api()
                .operations(o -> o.method().equals("GET") && o.answer().has("properties"))
                .forEach(o -> world.path(o).ifPresent(path -> world.admin().get(path)));
        change(world);
        try (Sql admin = Sql.as("ADMIN")) {
            ran = statements(admin);
        }
        roles = ran.stream().map(Ran::role).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void change(World world) {
        for (Operation patch : world.api().operations(o -> o.method().equals("PATCH"))) {
            world.path(patch)
                    .filter(path -> world.api().has("GET", patch.path()))
                    .ifPresent(path -> {
                        String etag = world.admin().get(path).etag();
                        world.admin()
                                .ifMatch(etag)
                                .patch(path, world.samples().least(patch.body()).toString());
                    });
        }
        world.fill("customers/customers/{id}").ifPresent(world.admin()::delete);
    }

    @Test
    void areToldApartByTheRoleThatTheirConnectionTakes() throws SQLException {
        String mark = "select 'own schema mark' as mark_" + Long.toString(System.nanoTime(), 36);
        try (Sql app = Sql.as("APP").role("renoz_m_customers")) {
            app.execute(mark);
        }
        try (Sql admin = Sql.as("ADMIN")) {
            String role = admin.texts("select r.rolname from pg_stat_statements s join pg_roles r on r.oid = s.userid"
                            + " where s.query like '%" + mark.substring(mark.indexOf("mark_"))
                            + "%' and s.query not like '%pg_stat%'")
                    .get(0);
            assertThat(role).isEqualTo("renoz_m_customers");
        }
    }

    @Test
    void areKnownForEveryModuleThatWasUsed() {
        assertThat(roles)
                .contains(
                        "renoz_m_customers",
                        "renoz_m_users",
                        "renoz_m_settings",
                        "renoz_m_activities",
                        "renoz_m_platform");
    }

    @TestFactory
    Stream<DynamicTest> touchItsOwnSchemaOnly() {
        return Named.some(roles.stream()
                .filter(role -> role.startsWith("renoz_m_"))
                .map(role -> dynamicTest(role, () -> {
                    String schema = role.substring("renoz_m_".length());
                    assertThat(strays(role, table -> table.startsWith(schema + ".")))
                            .as("what " + role + " did elsewhere")
                            .isEmpty();
                })));
    }

    @Test
    void areNeverRunAsTheBareApplicationRole() {
        assertThat(strays("renoz_app", table -> false)).isEmpty();
    }

    @Test
    void areNotTheKernelsAcrossTenants() {
        assertThat(strays(
                        "renoz_platform",
                        table -> table.startsWith("platform.") || table.equals("settings.organizations")))
                .isEmpty();
    }

    /** Statements of a role on tables that are not its own, by table. */
    private static Map<String, String> strays(String role, java.util.function.Predicate<String> own) {
        var strays = new TreeMap<String, String>();
        for (Ran statement : ran) {
            if (statement.role().equals(role)) {
                statement.tables().stream()
                        .filter(own.negate())
                        .filter(table -> !(SHARED.contains(table) && inserts(statement.text())))
                        .forEach(table -> strays.put(table, statement.text()));
            }
        }
        return strays;
    }

    private static boolean inserts(String text) {
        return text.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("insert into");
    }

    private static List<Ran> statements(Sql admin) throws SQLException {
        List<String> tables = admin.texts("select n.nspname || '.' || c.relname from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f')"
                + " and n.nspname !~ '^(pg_|information_schema|public)'");
        var ran = new ArrayList<Ran>();
        var byText = new LinkedHashMap<String, Set<String>>();
        try (var statement = admin.connection().createStatement();
                var rows = statement.executeQuery(
                        "select r.rolname, s.query from pg_stat_statements s"
                                + " join pg_roles r on r.oid = s.userid where s.query !~* '^\\s*(begin|commit|rollback|set|reset)\\M'")) {
            while (rows.next()) {
                String text = rows.getString(2);
                ran.add(new Ran(rows.getString(1), text, byText.computeIfAbsent(text, t -> mentioned(t, tables))));
            }
        }
        return ran;
    }

    /** Tables that a text names, with their schema or by their bare name after from, join, into or update. */
    static Set<String> mentioned(String text, List<String> tables) {
        String plain = text.toLowerCase(java.util.Locale.ROOT).replace("\"", "").replaceAll("'[^']*'", "''");
        var found = new TreeSet<String>();
        for (String table : tables) {
            String bare = table.substring(table.indexOf('.') + 1);
            boolean whole = plain.matches("(?s).*(?<![\\w.])" + table.replace(".", "\\s*\\.\\s*") + "(?!\\w).*");
            boolean unqualified = plain.matches("(?s).*\\b(from|join|into|update|only)\\s+" + bare + "(?![\\w.]).*")
                    && !plain.matches("(?s).*\\b" + bare + "\\s*(\\([^)]*\\))?\\s+as\\s*\\(.*");
            if (whole || unqualified) {
                found.add(table);
            }
        }
        return found;
    }
}
