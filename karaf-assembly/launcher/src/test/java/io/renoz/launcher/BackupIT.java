package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs backup and restore, on a real server that is written to meanwhile. */
class BackupIT {

    private static Path programs;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    private final Map<String, String> env = new HashMap<>();

    private Path folder;
    private Home home;
    private EmbeddedDatabase embedded;

    @BeforeAll
    static void share(@TempDir Path folder) {
        programs = folder;
    }

    @BeforeEach
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        home = home("home");
        embedded = new EmbeddedDatabase(home);
        env.put("RENOZ_HOME", home.root().toString());
    }

    @AfterAll
    static void end() throws IOException {
        Folders.delete(programs);
    }

    private Home home(String name) throws IOException {
        Home made = new Home(folder.resolve(name));
        Files.createDirectories(made.root());
        Files.createSymbolicLink(made.postgres(), programs);
        made.prepare();
        return made;
    }

    private int verb(String... words) {
        err.reset();
        return new Main(console, env, folder).run(List.of(words));
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static void run(EmbeddedDatabase database, String sql) throws Exception {
        try (Connection admin = database.admin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A digest of the rows of every table that is not PostgreSQL's. */
    private static Map<String, String> digests(EmbeddedDatabase database) throws Exception {
        var digests = new TreeMap<String, String>();
        try (Connection admin = database.admin();
                Statement names = admin.createStatement();
                ResultSet tables = names.executeQuery("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (tables.next()) {
                try (Statement statement = admin.createStatement();
                        ResultSet digest = statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg("
                                + "t::text, '|' order by t::text)), '') from " + tables.getString(1) + " t")) {
                    digest.next();
                    digests.put(tables.getString(1), digest.getString(1));
                }
            }
        }
        return digests;
    }

    /** Writes to two tables at once until it is told to stop; what is committed is counted. */
    private CompletableFuture<Void> write(AtomicBoolean stop, AtomicLong committed, int writer) {
        return CompletableFuture.runAsync(() -> {
            try (Connection admin = embedded.admin();
                    Statement statement = admin.createStatement()) {
                admin.setAutoCommit(false);
                while (!stop.get()) {
                    String text = "insert into test.%s select " + writer + ", n, repeat(md5(n::text), 20) from"
                            + " generate_series(1, 40) n;";
                    statement.execute(text.formatted("left_side") + text.formatted("right_side")
                            + "update test.counter set n = n + 80");
                    admin.commit();
                    committed.addAndGet(80);
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void restoresWhatWasThereWhileItWasWrittenTo() throws Exception {
        embedded.start(console);
        run(
                embedded,
                "create schema test; create table test.left_side (writer int, n int, t text);"
                        + "create table test.right_side (like test.left_side); create table test.counter (n bigint);"
                        + "insert into test.counter values (0); create table test.still as select n, md5(n::text) as t"
                        + " from generate_series(1, 50000) n");
        Files.createDirectories(home.root().resolve("blobs/ab"));
        Files.writeString(home.root().resolve("blobs/ab/cd"), "bytes");
        Private.write(home.operatorToken(), "rno_secret\n");
        var stop = new AtomicBoolean();
        var committed = new AtomicLong();
        var writers = List.of(write(stop, committed, 1), write(stop, committed, 2));
        while (committed.get() < 4_000) {
            LockSupport.parkNanos(1_000_000);
        }
        Map<String, String> before = digests(embedded);
        long least = committed.get();

        Path file = folder.resolve("under-load.zip");
        assertThat(verb("backup", file.toString())).as(complaint()).isZero();
        assertThat(committed.get()).as("nobody waited for the backup").isGreaterThan(least);
        stop.set(true);
        writers.forEach(CompletableFuture::join);

        assertThat(verb("restore", file.toString())).isOne();
        assertThat(complaint()).startsWith("Renoz runs in " + home.root());
        embedded.stop();
        assertThat(verb("restore", file.toString())).as(complaint()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("What was there before is in " + home.root());
        embedded.start(console);

        Map<String, String> after = digests(embedded);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.get("test.still")).isEqualTo(before.get("test.still"));
        try (Connection admin = embedded.admin();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("select (select count(*) from test.left_side),"
                        + " (select count(*) from test.right_side), (select n from test.counter)")) {
            row.next();
            assertThat(row.getLong(1)).as("one transaction is there whole").isEqualTo(row.getLong(2));
            assertThat(row.getLong(3)).isEqualTo(2 * row.getLong(1)).isBetween(least, committed.get());
        }
        assertThat(home.root().resolve("blobs/ab/cd")).hasContent("bytes");
        assertThat(Files.getPosixFilePermissions(home.operatorToken())).hasSize(2);
        embedded.stop();
    }

    @Test
    void restoresTheSameDigestsOfAllTablesIntoAnEmptyHome() throws Exception {
        embedded.start(console);
        run(
                embedded,
                "create schema test; create table test.a as select n, md5(n::text) as t"
                        + " from generate_series(1, 20000) n; create index on test.a (t); create table test.b (x jsonb);"
                        + "insert into test.b values ('{\"a\": 1}')");
        Map<String, String> before = digests(embedded);
        embedded.stop();
        assertThat(verb("backup")).as(complaint()).isZero();
        assertThat(embedded.alive()).isEmpty();
        Path file;
        try (var files = Files.list(home.root().resolve("backups"))) {
            file = files.findFirst().orElseThrow();
        }

        Home other = home("other");
        env.put("RENOZ_HOME", other.root().toString());
        assertThat(verb("restore", file.toString())).as(complaint()).isZero();
        var restored = new EmbeddedDatabase(other);
        restored.start(console);

        assertThat(digests(restored)).isEqualTo(before);
        restored.stop();
    }

    @Test
    void refusesWhatIsDamagedOrOfAnotherVersion() throws Exception {
        embedded.start(console);
        Path good = folder.resolve("good.zip");
        assertThat(verb("backup", good.toString())).as(complaint()).isZero();
        assertThat(verb("backup", good.toString())).isOne();
        assertThat(complaint()).contains("is there already");
        embedded.stop();
        Path data = home.data().resolve("PG_VERSION");

        Path damaged = Files.copy(good, folder.resolve("damaged.zip"));
        Zips.replace(damaged, "data/PG_VERSION", "17\n");
        assertThat(verb("restore", damaged.toString())).isOne();
        assertThat(complaint()).contains("damaged, nothing was changed").contains("data/PG_VERSION");

        Path foreign = Files.copy(good, folder.resolve("foreign.zip"));
        Manifest manifest = Manifest.parse(Zips.read(foreign, Manifest.NAME));
        manifest.about("postgresql", "17");
        Zips.replace(foreign, Manifest.NAME, manifest.toString());
        assertThat(verb("restore", foreign.toString())).isOne();
        assertThat(complaint()).contains("was written with PostgreSQL 17");

        Path forged = Files.copy(good, folder.resolve("forged.zip"));
        Zips.replace(forged, Manifest.NAME, Zips.read(forged, Manifest.NAME).replace("format: 1", "format: 2"));
        assertThat(verb("restore", forged.toString())).isOne();
        assertThat(complaint()).contains("The list of what the backup holds is damaged");

        assertThat(verb("restore", folder.resolve("nothing.zip").toString())).isOne();
        assertThat(Files.readString(data).strip()).isEqualTo("18");
    }

    @Test
    void comparesVersionsByTheirNumbers() {
        assertThat(Restore.newer("0.2.0", "0.1.9")).isTrue();
        assertThat(Restore.newer("0.1.0-SNAPSHOT", "0.1.0")).isFalse();
        assertThat(Restore.newer("0.10.0", "0.9.0")).isTrue();
        assertThat(Restore.newer("unbuilt", "0.9.0")).isFalse();
    }

    @Test
    void leavesADatabaseThatSomebodyElseRunsToThem() {
        env.put("RENOZ_DB_URL", "jdbc:postgresql://127.0.0.1:1/renoz");
        assertThat(verb("stop")).isZero();
        assertThat(verb("status")).isEqualTo(3);

        for (String account : List.of("OWNER", "APP", "PLATFORM")) {
            env.put("RENOZ_DB_" + account + "_PASSWORD", "secret");
        }
        assertThat(verb("backup")).isOne();
        assertThat(complaint()).contains("pg_dump");
    }
}
