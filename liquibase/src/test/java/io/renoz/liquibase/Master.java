package io.renoz.liquibase;

import io.renoz.platform.migrations.TestDatabase;
import java.io.StringWriter;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** What a DBA does with {@code master.yaml} on the command line. */
final class Master {

    private final TestDatabase database;

    private interface Work<T> {
        T with(Liquibase liquibase) throws Exception;
    }

    Master(TestDatabase database) {
        this.database = database;
    }

    void update() throws Exception {
        run(liquibase -> {
            liquibase.update(new Contexts(), new LabelExpression());
            return "";
        });
    }

    void rollback(int changes) throws Exception {
        run(liquibase -> {
            liquibase.rollback(changes, new Contexts(), new LabelExpression());
            return "";
        });
    }

    /** The SQL of what is missing, which nobody runs. */
    @SuppressWarnings("deprecation") // what takes its place is the command line
    String updateSql() throws Exception {
        return run(liquibase -> {
            var sql = new StringWriter();
            liquibase.update(new Contexts(), new LabelExpression(), sql);
            return sql.toString();
        });
    }

    /** The change sets that did not run yet. */
    List<String> missing() throws Exception {
        return run(liquibase -> liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::toString)
                .toList());
    }

    @SuppressWarnings("try") // close() of Liquibase's accessor declares every exception
    private <T> T run(Work<T> work) throws Exception {
        java.util.logging.Logger.getLogger("liquibase").setLevel(Level.SEVERE);
        database.run("create schema if not exists platform");
        try (Connection connection = database.owner().getConnection();
                var files = new DirectoryResourceAccessor(Domain.ROOT)) {
            return Scope.child(
                    Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false), () -> {
                        Database target = DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection));
                        target.setLiquibaseSchemaName("platform");
                        var liquibase = new Liquibase("liquibase/master.yaml", files, target);
                        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                        Scope.getCurrentScope()
                                .getSingleton(FastCheckService.class)
                                .clearCache();
                        return work.with(liquibase);
                    });
        }
    }
}
