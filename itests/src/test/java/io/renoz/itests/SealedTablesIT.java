package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every table with an organization, seen by SQL from every role: nothing of another tenant is there, and nothing gets in. */
@DisplayName("Every table of tenants")
class SealedTablesIT {

    /** The pattern of all tables, which nobody needs to read. */
    private static final String PATTERN = "\"platform\".\"tenant_row\"";

    /** Found by slug or host before there is a tenant, by a function of the owner. */
    private static final String LOOKED_UP = "\"settings\".\"organizations\"";

    private static Tenant full;
    private static Tenant wrong;
    private static List<TenantTable> tables;
    private static List<String> modules;

    @BeforeAll
    static void fill() throws SQLException {
        full = Tenant.whole();
        var world = new World(full);
        world.api().listings().forEach(world::records);
        wrong = Tenant.whole();
        try (Sql admin = Sql.as("ADMIN")) {
            tables = TenantTable.all(admin.connection());
            modules = admin.texts("select rolname from pg_roles where rolname like 'renoz\\_m\\_%' order by 1");
        }
    }

    @Test
    void holdsRowsToBeFoundWhereTheTestHasPutSome() throws SQLException {
        try (Sql admin = Sql.as("ADMIN")) {
            for (String table : List.of(
                    "customers.customers",
                    "customers.contacts",
                    "users.users",
                    "users.roles",
                    "activities.activities",
                    "platform.organization_modules",
                    "platform.event_outbox")) {
                assertThat(admin.number(
                                "select count(*) from " + table + " where organization_id = '" + full.id() + "'"))
                        .as(table)
                        .isPositive();
            }
        }
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(modules)
                .contains(
                        "renoz_m_platform",
                        "renoz_m_customers",
                        "renoz_m_users",
                        "renoz_m_settings",
                        "renoz_m_activities");
    }

    @TestFactory
    Stream<DynamicTest> isEmptyForTheApplicationWithoutATenant() {
        return Named.some(tables.stream()
                .map(table -> dynamicTest(table.toString(), () -> {
                    for (String role : modules) {
                        try (Sql sql = Sql.as("APP").role(role)) {
                            sealed(sql, table, role + " without a tenant", role.equals(table.role()));
                        }
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> isEmptyOfOthersForTheApplicationWithATenant() {
        return Named.some(tables.stream()
                .map(table -> dynamicTest(table.toString(), () -> {
                    for (String role : modules) {
                        try (Sql sql = Sql.as("APP").role(role).tenant(wrong.id())) {
                            sealed(sql, table, role + " with another tenant", role.equals(table.role()));
                        }
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> isEmptyOfOthersForItsOwner() {
        return Named.some(tables.stream()
                .map(table -> dynamicTest(table.toString(), () -> {
                    try (Sql sql = Sql.as("OWNER")) {
                        sealed(sql, table, "owner without a tenant", true);
                    }
                    try (Sql sql = Sql.as("OWNER").tenant(wrong.id())) {
                        sealed(sql, table, "owner with another tenant", true);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> isOutOfReachForTheApplicationWithoutAModule() {
        return Named.some(tables.stream()
                .map(table -> dynamicTest(table.toString(), () -> {
                    try (Sql sql = Sql.as("APP").tenant(full.id())) {
                        assertThat(sql.refusal("select count(*) from " + table)).contains(Sql.NO_RIGHT);
                        assertThat(sql.refusal(
                                        "insert into " + table + " (organization_id) values ('" + full.id() + "')"))
                                .contains(Sql.NO_RIGHT);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> isOutOfReachForTheKernelUnlessItIsTheKernels() {
        return Named.some(tables.stream()
                .map(table -> dynamicTest(table.toString(), () -> {
                    boolean kernels = table.schema().equals("platform");
                    boolean organizations = table.toString().equals(LOOKED_UP);
                    try (Sql sql = Sql.as("PLATFORM")) {
                        assertThat(sql.permitted("select count(*) from " + table)
                                        .isPresent())
                                .as("reading")
                                .isIn(kernels || organizations, false);
                        assertThat(sql.refusal("update " + table + " set version = version")
                                        .isEmpty())
                                .as("writing")
                                .isIn(kernels, false);
                    }
                })));
    }

    /**
     * @param may whether the role has rights on the table at all, so that it is row level security that has to refuse
     */
    private static void sealed(Sql sql, TenantTable table, String as, boolean may) throws SQLException {
        String theirs = " where organization_id = '" + full.id() + "'";
        if (!(as.startsWith("owner") && table.toString().equals(LOOKED_UP))) {
            invisible(sql, table, as, may && !table.toString().equals(PATTERN));
        }
        assertThat(sql.refusal("insert into " + table + " (organization_id) values ('" + full.id() + "')"))
                .as("insert by " + as)
                .contains(Sql.NO_RIGHT);
        assertThat(sql.permitted("update " + table + " set version = version" + theirs)
                        .orElse(0L))
                .as("update by " + as)
                .isZero();
        assertThat(sql.permitted("delete from " + table + theirs).orElse(0L))
                .as("delete by " + as)
                .isZero();
    }

    private static void invisible(Sql sql, TenantTable table, String as, boolean may) throws SQLException {
        String theirs = " where organization_id = '" + full.id() + "'";
        var seen = sql.permitted("select count(*) from " + table + theirs);
        assertThat(seen.orElse(0L)).as("rows seen by " + as).isZero();
        if (may) {
            assertThat(seen).as("the right to read of " + as).isPresent();
        }
        String mine = sql.texts("select coalesce(current_setting('app.organization_id', true), '')")
                .get(0);
        String others = mine.isEmpty() ? "" : " where organization_id <> '" + mine + "'";
        assertThat(sql.permitted("select count(*) from " + table + others).orElse(0L))
                .as("others' rows seen by " + as)
                .isZero();
    }
}
