package io.renoz.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.platform.migrations.Patience;
import io.renoz.platform.migrations.SchemaMigrator;
import io.renoz.platform.migrations.TestDatabase;
import io.renoz.platform.migrations.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Who may do what with the kernel's own tables. */
class PlatformSchemaIT {

    private static final UUID ONE = UUID.fromString("0198a0f0-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("0198a0f0-0000-7000-8000-000000000002");
    private static final String EVENT = """
            insert into platform.event_outbox (event, module, aggregate_type, aggregate_id, payload, occurred_at)
            values ('a.b.c', 'a', 'b', platform.uuid_v7(), '{}', now())
            """;
    private static final String SWITCHED = """
            insert into platform.organization_modules (module, since, revision) values ('%s', now(), %d)
            """;

    private static TestServer server;
    private static TestDatabase database;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        database = server.database("kernel");
        new SchemaMigrator(database, Domain.platform(), Patience.ofSeconds(10)).prepare();
        database.run("call platform.open_module('someone', 'Somebody')");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void in(UUID organization, DataSource as, String sql) throws SQLException {
        TestDatabase.run(as, "set app.organization_id = '" + organization + "';" + sql);
    }

    @Test
    void letsEveryModuleAddToTheOutboxAndDoNothingElseWithIt() throws Exception {
        in(ONE, database.module("someone"), EVENT);

        assertThatThrownBy(() -> in(ONE, database.module("someone"), "select from platform.event_outbox"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> in(ONE, database.module("someone"), SWITCHED.formatted("x", 1)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> TestDatabase.run(database.module("someone"), EVENT))
                .hasMessageContaining("row-level security");
    }

    @Test
    void showsTheKernelTheRowsOfAllOrganizationsAndAModuleThoseOfItsOwn() throws Exception {
        in(ONE, database.module("platform"), SWITCHED.formatted("seen", 1));
        in(TWO, database.module("platform"), SWITCHED.formatted("seen", 1));
        String question = "select organization_id from platform.organization_modules where module = 'seen' order by 1";

        assertThat(TestDatabase.rows(database.platform(), question)).containsExactly(ONE.toString(), TWO.toString());
        assertThat(TestDatabase.rows(
                        database.module("platform"), "set app.organization_id = '" + TWO + "';" + question))
                .containsExactly(TWO.toString());
        assertThat(TestDatabase.rows(database.module("platform"), question)).isEmpty();
    }

    @Test
    void keepsTheTablesOfTheInstallationFromEveryModule() {
        Stream.of("modules", "module_schema_claims", "migrations", "operator_tokens", "operator_audit")
                .forEach(table -> assertThatThrownBy(
                                () -> TestDatabase.run(database.module("platform"), "select from platform." + table))
                        .hasMessageContaining("permission denied"));
    }

    @Test
    void keepsTheRecordOfOperatorsFromEverybody() throws Exception {
        TestDatabase.run(
                database.platform(), "insert into platform.operator_audit (token_name, act) values ('first', 'try')");

        assertThatThrownBy(() -> TestDatabase.run(database.platform(), "update platform.operator_audit set act = 'x'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.run("update platform.operator_audit set act = 'x'"))
                .hasMessageContaining("platform.operator_audit is append-only");
        assertThatThrownBy(() -> database.run("delete from platform.operator_audit"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.run("truncate platform.operator_audit"))
                .hasMessageContaining("append-only");
    }

    @Test
    void tellsAtCommitWhoseModulesChanged() throws Exception {
        try (Connection listener = database.platform().getConnection();
                Statement s = listener.createStatement()) {
            s.execute("listen renoz_modules");
            in(ONE, database.module("platform"), SWITCHED.formatted("told", 7));

            assertThat(listener.unwrap(PGConnection.class).getNotifications(5_000))
                    .singleElement()
                    .satisfies(told -> assertThat(told.getParameter()).isEqualTo(ONE + " 7"));
        }
    }

    @Test
    void makesIdsOfVersion7InTheOrderOfTime() throws Exception {
        var ids = database.rows("select platform.uuid_v7() from generate_series(1, 1000)");

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(7);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        });
        assertThat(ids.stream().map(id -> id.substring(0, 18)).toList()).isSorted();
    }
}
