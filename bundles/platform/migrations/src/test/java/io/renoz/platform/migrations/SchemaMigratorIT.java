package io.renoz.platform.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.kernel.Migrator;
import io.renoz.kernel.Migrator.MigrationFailed;
import io.renoz.kernel.ModuleFiles;
import io.renoz.module.ModuleDescriptor;
import io.renoz.problem.Problem;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigratorIT {

    private static final String TABLE = """
            create table %1$s (like platform.tenant_row including all, name text not null);
            call platform.protect('%1$s');
            """;
    private static final String ORGANIZATION = "0198a0f0-0000-7000-8000-000000000001";

    private static TestServer server;
    private static TestDatabase database;
    private static SchemaMigrator migrator;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        database = server.database("renoz");
        migrator = new SchemaMigrator(database, Sources.platform(), Patience.ofSeconds(10));
        migrator.prepare();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static String table(String name) {
        return TABLE.formatted(name);
    }

    @Test
    void makesASchemaOnceAndLeavesItAlone() throws Exception {
        Migrator.Files files = Sources.changelog("plain", table("plain.things"));

        assertThat(migrator.migrate(Sources.module("plain"), files)).isTrue();
        assertThat(migrator.migrate(Sources.module("plain"), files)).isFalse();

        assertThat(database.rows(
                        "select id, author, filename from platform.databasechangelog where filename = 'plain'"))
                .containsExactly("001 plain plain");
    }

    @Test
    void givesTheModulesRoleItsRowsOfTheCurrentOrganizationOnly() throws Exception {
        migrator.migrate(Sources.module("owned"), Sources.changelog("owned", table("owned.things")));
        var app = database.module("owned");
        String here = "set app.organization_id = '" + ORGANIZATION + "';";

        TestDatabase.run(app, here + "insert into owned.things (name) values ('mine')");

        assertThat(TestDatabase.rows(app, here + "select name from owned.things"))
                .containsExactly("mine");
        assertThat(TestDatabase.rows(app, "select name from owned.things")).isEmpty();
        assertThatThrownBy(() -> TestDatabase.run(
                        app, "insert into owned.things (organization_id, name) values ('" + ORGANIZATION + "', 'x')"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> TestDatabase.rows(database.module("platform"), "select name from owned.things"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void appliesOnlyWhatIsNew() throws Exception {
        migrator.migrate(Sources.module("grown"), Sources.changelog("grown", table("grown.things")));

        boolean ran = migrator.migrate(
                Sources.module("grown"),
                Sources.changelog("grown", table("grown.things"), "alter table grown.things add column note text;"));

        assertThat(ran).isTrue();
        assertThat(database.rows("select note from grown.things")).isEmpty();
    }

    @Test
    void leavesNothingWhenAChangeSetFailsAndNamesIt() throws Exception {
        assertThatThrownBy(() -> migrator.migrate(
                        Sources.module("broken"),
                        Sources.changelog(
                                "broken", table("broken.things"), "create table broken.more (like nowhere);")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessage("change set broken:002 failed: relation \"nowhere\" does not exist (42P01)");

        assertThat(database.rows("select nspname from pg_namespace where nspname = 'broken'"))
                .isEmpty();
        assertThat(database.rows("select module_name from platform.module_schema_claims where module_name = 'broken'"))
                .isEmpty();
        assertThat(database.rows(
                        "select id from platform.databasechangelog where filename = 'broken' or id = 'broken'"))
                .isEmpty();
        assertThat(database.rows("select locked from platform.databasechangeloglock where locked"))
                .isEmpty();
    }

    @Test
    @DisplayName("PLT-09: a table without forced row level security is refused and nothing of it remains")
    void refusesATableWithoutForcedRowLevelSecurity() throws Exception {
        refused(
                "open",
                "create table open.things (like platform.tenant_row including all);",
                "open.things: row level security is not enabled and forced");

        assertThat(database.rows("select nspname from pg_namespace where nspname = 'open'"))
                .isEmpty();
    }

    @Test
    @DisplayName("PLT-09: a single-column foreign key to a tenant table is refused")
    void refusesASingleColumnForeignKey() {
        refused("single", """
                create table single.parents (like platform.tenant_row including all, unique (id));
                call platform.protect('single.parents');
                create table single.parts (
                  like platform.tenant_row including all, parent_id uuid references single.parents (id));
                call platform.protect('single.parts');
                """, "single.parts: foreign key parts_parent_id_fkey does not lead to the same organization");
    }

    @Test
    @DisplayName("PLT-09: a table in another module's schema is refused")
    void refusesATableInAnotherSchema() {
        migrator.migrate(Sources.module("victim"), Sources.changelog("victim", table("victim.things")));

        refused("thief", table("victim.loot"), "relation victim.loot: it is outside schema thief and was made");
    }

    @Test
    @DisplayName("PLT-09: a change of another module's table is refused")
    void refusesAChangeOfAnotherModulesTable() {
        migrator.migrate(Sources.module("target"), Sources.changelog("target", table("target.things")));

        refused(
                "meddler",
                "alter table target.things add column note text;",
                "relation target.things: it is outside schema meddler and was changed");
        refused(
                "meddler",
                "create policy mine on target.things using (true);",
                "policy mine on target.things: it is outside schema meddler and was made");
    }

    @Test
    @DisplayName("PLT-09: a grant to everybody is refused")
    void refusesAGrantToPublic() {
        refused(
                "generous",
                table("generous.things") + "grant select on generous.things to public;",
                "generous.things: select is granted to public");
        refused(
                "generous",
                table("generous.things") + "grant select on generous.things to renoz_module;",
                "generous.things: select is granted to renoz_module");
        refused(
                "generous",
                table("generous.things") + "grant update (name) on generous.things to renoz_app;",
                "generous.things: update is granted to renoz_app");
    }

    @Test
    @DisplayName("PLT-09: a policy of one's own, and one that differs from the platform's, are refused")
    void refusesOtherPolicies() {
        refused(
                "lax",
                table("lax.things") + "create policy wide on lax.things using (true);",
                "lax.things: policy wide is not the platform's");
        refused("lax", """
                create table lax.things (like platform.tenant_row including all);
                alter table lax.things enable row level security, force row level security;
                create policy tenant on lax.things using (true);
                """, "lax.things: policy tenant is not the platform's");
    }

    @Test
    @DisplayName("PLT-09: what runs with its owner's rights is refused where it may be led astray")
    void refusesFunctionsAndViewsWithTheOwnersRights() {
        refused(
                "sly",
                "create function sly.peek() returns bigint language sql security definer as 'select 1::bigint';",
                "sly.peek(): it runs as its owner (security definer) without a search_path of its own");
        refused(
                "sly",
                table("sly.things") + "create view sly.seen as select * from sly.things;",
                "sly.seen: the view lacks security_invoker");
        refused(
                "sly",
                table("sly.things") + "create materialized view sly.kept as select * from sly.things;",
                "sly.kept: a materialized view cannot be kept apart by organization");
    }

    @Test
    @DisplayName("PLT-09: a primary key that does not begin with the organization is refused")
    void refusesAnotherPrimaryKey() {
        refused("keyed", """
                create table keyed.things (
                  like platform.tenant_row including defaults, primary key (id, organization_id));
                call platform.protect('keyed.things');
                """, "keyed.things: the primary key does not begin with organization_id");
    }

    @Test
    void refusesAForeignKeyIntoAModuleItDoesNotRequire() {
        migrator.migrate(Sources.module("base"), Sources.changelog("base", table("base.things")));
        String change = """
                create table tied.parts (
                  like platform.tenant_row including all,
                  thing_id uuid,
                  foreign key (organization_id, thing_id) references base.things);
                call platform.protect('tied.parts');
                """;

        refused("tied", change, "leads to schema base, which the module does not require");

        assertThat(migrator.migrate(Sources.module("tied", "base"), Sources.changelog("tied", change)))
                .isTrue();
    }

    @Test
    void refusesWhatEndsTheTransactionOrTakesAway() {
        assertUnsafe("commit;", "ends or begins a transaction");
        assertUnsafe("drop table x.y;", "drops something");
        assertUnsafe("alter table x.y drop column z;", "drops something");
    }

    private static void assertUnsafe(String sql, String because) {
        assertThatThrownBy(() -> migrator.migrate(Sources.module("unsafe"), Sources.changelog("unsafe", sql)))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.slug()).isEqualTo("migration-unsafe"))
                .hasMessageContaining(because);
    }

    @Test
    void keepsASchemaForTheVendorThatHadItFirst() {
        Migrator.Files files = Sources.changelog("claimed", table("claimed.things"));
        migrator.migrate(Sources.module("claimed"), files);
        var other = new ModuleDescriptor("claimed", "1.0.0", "x", "extension", "Others", Set.of(), Set.of(), Map.of());

        assertThatThrownBy(() -> migrator.migrate(other, files))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.slug()).isEqualTo("schema-claimed"))
                .hasMessage("Schema claimed belongs to module claimed of Renoz.");
    }

    @Test
    void refusesNamesThatAreThePlatforms() {
        assertThatThrownBy(() -> migrator.migrate(Sources.module("public"), Sources.changelog("public")))
                .isInstanceOf(Problem.class)
                .hasMessage("A module cannot be called public.");
    }

    @Test
    void triesAgainWhileOthersHoldALock() throws Exception {
        migrator.migrate(Sources.module("busy"), Sources.changelog("busy", table("busy.things")));
        Migrator.Files more =
                Sources.changelog("busy", table("busy.things"), "alter table busy.things add column note text;");
        CompletableFuture<Boolean> ran;
        try (Connection reader = database.owner().getConnection();
                Statement s = reader.createStatement()) {
            reader.setAutoCommit(false);
            s.execute("select from busy.things");
            ran = CompletableFuture.supplyAsync(() -> migrator.migrate(Sources.module("busy"), more));
            assertThat(ran.copy()
                            .completeOnTimeout(false, 800, TimeUnit.MILLISECONDS)
                            .get())
                    .isFalse();
            reader.rollback();
        }

        assertThat(ran.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysThatTheDatabaseWasBusyWhenPatienceEnds() throws Exception {
        migrator.migrate(Sources.module("stuck"), Sources.changelog("stuck", table("stuck.things")));
        var hasty = new SchemaMigrator(database, Sources.platform(), Patience.ofSeconds(0));
        try (Connection reader = database.owner().getConnection();
                Statement s = reader.createStatement()) {
            reader.setAutoCommit(false);
            s.execute("select from stuck.things");

            assertThatThrownBy(() -> hasty.migrate(
                            Sources.module("stuck"),
                            Sources.changelog(
                                    "stuck", table("stuck.things"), "alter table stuck.things add column note text;")))
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessage("change set stuck:002 failed: canceling statement due to lock timeout (55P03)");
        }
    }

    @Test
    void migratesAgainWhatADbaTookBack() throws Exception {
        Migrator.Files files = Sources.changelog("undone", table("undone.things"));
        migrator.migrate(Sources.module("undone"), files);
        database.run("drop table undone.things; delete from platform.databasechangelog where filename = 'undone'");

        assertThat(migrator.migrate(Sources.module("undone"), files)).isTrue();
    }

    @Test
    void letsTwoNodesStartOnAnEmptyDatabaseAtOnce() throws Exception {
        TestDatabase empty = server.database("race");
        Migrator.Files platform = Sources.platform();
        Migrator.Files files = Sources.changelog("raced", table("raced.things"));
        var one = new SchemaMigrator(empty, platform, Patience.ofSeconds(10));
        var two = new SchemaMigrator(empty, platform, Patience.ofSeconds(10));

        var first = CompletableFuture.supplyAsync(() -> one.migrate(Sources.module("raced"), files));
        var second = CompletableFuture.supplyAsync(() -> two.migrate(Sources.module("raced"), files));
        first.get(60, TimeUnit.SECONDS);
        second.get(60, TimeUnit.SECONDS);

        assertThat(empty.rows("select id from platform.databasechangelog where filename = 'raced'"))
                .containsExactly("001");
    }

    @Test
    void readsTheChangelogOfAJarThatIsNotInstalled(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("module.jar");
        Migrator.Files files = Sources.changelog("jarred", table("jarred.things"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String path : files.below("db")) {
                zip.putNextEntry(new ZipEntry(path));
                try (InputStream content = files.open(path)) {
                    content.transferTo(zip);
                }
            }
        }

        assertThat(migrator.migrate(Sources.module("jarred"), ModuleFiles.of(jar)))
                .isTrue();
        assertThat(migrator.migrate(Sources.module("jarred"), files)).isFalse();
    }

    @Test
    void notesTheVersionThatServes() throws Exception {
        migrator.deployed(Sources.module("noted"));
        migrator.deployed(Sources.module("noted"));

        assertThat(
                        database.rows(
                                "select name, kind, vendor, active_version, version from platform.modules where name = 'noted'"))
                .containsExactly("noted standard Renoz 1.0.0 1");
    }

    private static void refused(String module, String change, String fault) {
        assertThatThrownBy(() -> migrator.migrate(Sources.module(module), Sources.changelog(module, change)))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.slug()).isEqualTo("isolation-refused"))
                .satisfies(
                        e -> assertThat(String.valueOf(((Problem) e).members().get("faults")))
                                .contains(fault));
    }
}
