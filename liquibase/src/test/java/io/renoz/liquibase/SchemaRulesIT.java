package io.renoz.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.kernel.Migrator;
import io.renoz.platform.migrations.Patience;
import io.renoz.platform.migrations.SchemaMigrator;
import io.renoz.platform.migrations.TestDatabase;
import io.renoz.platform.migrations.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every changelog on every PostgreSQL that is there. */
class SchemaRulesIT {

    static List<Path> servers() throws IOException {
        return TestServer.programs();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void allSchemasKeepOrganizationsApartAndFollowTheRules(Path programs) throws Exception {
        try (TestServer server = TestServer.start(programs)) {
            TestDatabase database = server.database("rules");
            new Master(database).update();

            var broken = new ArrayList<String>();
            for (String schema : schemas()) {
                broken.addAll(database.rows("select relation, fault from platform.inspect('" + schema + "')"));
                broken.addAll(SchemaRules.broken(database, schema));
            }

            assertThat(broken).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyWayBackLeadsToAnEmptySchemaAndForwardAgain(Path programs) throws Exception {
        try (TestServer server = TestServer.start(programs)) {
            TestDatabase database = server.database("back");
            var master = new Master(database);
            master.update();
            List<String> before = structure(database);

            List<Domain> domains = new ArrayList<>(Domain.all());
            Collections.reverse(domains);
            for (Domain domain : domains) {
                master.rollback(domain.changeSets().size());
                assertThat(objects(database, domain.module().schema())).isEmpty();
                master.rollback(1);
                assertThat(database.rows("select from pg_namespace where nspname = '"
                                + domain.module().schema() + "'"))
                        .isEmpty();
            }
            master.rollback(Integer.parseInt(database.rows("select count(*) from platform.databasechangelog")
                    .get(0)));
            assertThat(objects(database, "platform"))
                    .containsExactlyInAnyOrder("databasechangelog", "databasechangeloglock");

            master.update();
            assertThat(structure(database)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void thePlatformAndTheDbaTakeEachOthersWorkAsDone(Path programs) throws Exception {
        try (TestServer server = TestServer.start(programs)) {
            TestDatabase migrated = server.database("migrated");
            migrate(migrated);
            assertThat(new Master(migrated).missing()).isEmpty();

            TestDatabase prepared = server.database("prepared");
            assertThat(new Master(prepared).updateSql()).contains("create table customers.customers");
            new Master(prepared).update();
            String ran =
                    "select id, author, filename, dateexecuted from platform.databasechangelog order by orderexecuted";
            List<String> before = prepared.rows(ran);
            migrate(prepared);
            assertThat(prepared.rows(ran)).isEqualTo(before);

            assertThat(structure(migrated)).isEqualTo(structure(prepared));
        }
    }

    private static void migrate(TestDatabase database) throws IOException {
        Migrator migrator = new SchemaMigrator(database, Domain.platform(), Patience.ofSeconds(10));
        for (Domain domain : Domain.all()) {
            assertThat(migrator.migrate(domain.module(), domain)).isTrue();
            assertThat(migrator.migrate(domain.module(), domain)).isFalse();
        }
    }

    private static List<String> schemas() throws IOException {
        var schemas = new ArrayList<String>();
        schemas.add("platform");
        Domain.all().forEach(domain -> schemas.add(domain.module().schema()));
        return schemas;
    }

    private static List<String> objects(TestDatabase database, String schema) throws Exception {
        return database.rows("""
                select relname from pg_class where relnamespace = '%1$s'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                union all
                select proname from pg_proc where pronamespace = '%1$s'::regnamespace
                """.formatted(schema));
    }

    /** All that is in the database but for what carries numbers of its own. */
    private static List<String> structure(TestDatabase database) throws Exception {
        return database.rows("""
                select object, case when object ~ '^(schema|relation|routine|type) ' then '' else state end
                  from platform.outside('none') where object !~ '^(role|extension) ' order by 1, 2
                """);
    }
}
