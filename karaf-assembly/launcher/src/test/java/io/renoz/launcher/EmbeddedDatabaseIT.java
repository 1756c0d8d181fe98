package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Starts, kills and revives a real server; the tests share one cluster and may run in any order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseIT {

    private final Console console = new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    private Home home;
    private EmbeddedDatabase embedded;

    @BeforeAll
    void create(@TempDir Path folder) throws Exception {
        home = new Home(folder);
        embedded = new EmbeddedDatabase(home);
        home.prepare();
        try (Connection owner = connect(embedded.start(console).database());
                Statement statement = owner.createStatement()) {
            statement.execute("create schema test");
            statement.execute("create table test.acknowledged (n int)");
        }
    }

    @AfterAll
    void stop() throws Exception {
        embedded.stop();
    }

    @Test
    void isTakenOverWhenItOutlivedThePlatform() throws Exception {
        Database first = embedded.start(console).database();

        EmbeddedDatabase.Started again = embedded.start(console);

        assertThat(again.how()).isEqualTo("still running, taken over");
        assertThat(again.database()).isEqualTo(first);
    }

    @Test
    void losesNothingAcknowledgedWhenKilled() throws Exception {
        try (Connection owner = connect(embedded.start(console).database());
                Statement statement = owner.createStatement()) {
            statement.execute("insert into test.acknowledged values (42)");
        }
        kill();

        EmbeddedDatabase.Started revived = embedded.start(console);

        assertThat(revived.how()).isEqualTo("recovered after it was killed");
        assertThat(number(revived.database(), "select count(*) from test.acknowledged where n = 42"))
                .isOne();
    }

    @Test
    void startsThoughItsOldNumberNowBelongsToAnotherProcess() throws Exception {
        embedded.start(console);
        kill();
        Path lock = home.data().resolve("postmaster.pid");
        String text = Files.readString(lock);
        Files.writeString(lock, ProcessHandle.current().pid() + text.substring(text.indexOf('\n')));

        assertThat(embedded.alive()).isEmpty();
        assertThat(number(embedded.start(console).database(), "select 1")).isOne();
    }

    @Test
    void keepsItsPasswordsAndItsPort() throws Exception {
        String before = Files.readString(home.databaseEnv());
        embedded.start(console);
        assertThat(embedded.stop()).isTrue();
        assertThat(embedded.stop()).isFalse();

        assertThat(embedded.start(console).how()).isEqualTo("started");
        assertThat(home.databaseEnv()).content().isEqualTo(before);
    }

    @Test
    void keepsItsPromisesAboutSafety() throws Exception {
        Database database = embedded.start(console).database();
        Database seenByAdmin = new Database(database.url(), admin(), database.app(), database.platform());

        assertThat(text(seenByAdmin, "show fsync")).isEqualTo("on");
        assertThat(text(seenByAdmin, "show synchronous_commit")).isEqualTo("on");
        assertThat(text(seenByAdmin, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(text(seenByAdmin, "show unix_socket_directories")).isEmpty();
        assertThat(text(seenByAdmin, "show server_encoding")).isEqualTo("UTF8");
        assertThat(text(seenByAdmin, "show data_checksums")).isEqualTo("on");
        assertThat(number(seenByAdmin, "select count(*) from pg_stat_statements"))
                .isPositive();
    }

    @Test
    void satisfiesTheChecksOfAnExternalDatabase() throws Exception {
        Database database = embedded.start(console).database();

        assertThat(new ExternalDatabase(database).problems()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithRoles() throws Exception {
        Database good = embedded.start(console).database();

        assertThat(new ExternalDatabase(new Database(good.url(), admin(), good.app(), good.platform())).problems())
                .containsExactly(
                        "role postgres is a superuser and would see every tenant's rows",
                        "role postgres has BYPASSRLS and would see every tenant's rows",
                        "it belongs to role renoz_owner and not to postgres");
        assertThat(new ExternalDatabase(
                                new Database(good.url(), good.owner(), new Login("nobody", "x"), good.platform()))
                        .problems())
                .containsExactly(
                        "role nobody is missing", "role nobody is missing, may not log in or has another password");
        assertThat(new ExternalDatabase(new Database(
                                good.url(), good.owner(), new Login("renoz_platform", "x"), good.platform()))
                        .problems())
                .contains(
                        "role renoz_platform must be NOINHERIT",
                        "role renoz_platform is not a member of role renoz_app");
    }

    @Test
    void tellsWhatIsWrongWithServers() throws Exception {
        Database good = embedded.start(console).database();
        Database nowhere = good.at(Ports.free());
        Database other = new Database(good.url() + "x", good.owner(), good.app(), good.platform());

        assertThatThrownBy(new ExternalDatabase(nowhere)::require)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the server does not answer");
        assertThat(new ExternalDatabase(other).problems()).containsExactly("there is no such database");
    }

    private Login admin() throws Exception {
        return new Login("postgres", EnvFile.read(home.databaseEnv()).getOrDefault("RENOZ_DB_ADMIN_PASSWORD", ""));
    }

    private void kill() throws Exception {
        long pid = embedded.alive().orElseThrow().pid();
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }

    private static Connection connect(Database database) throws SQLException {
        return ExternalDatabase.connect(database, database.owner());
    }

    private static int number(Database database, String sql) throws SQLException {
        return Integer.parseInt(text(database, sql));
    }

    private static String text(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
