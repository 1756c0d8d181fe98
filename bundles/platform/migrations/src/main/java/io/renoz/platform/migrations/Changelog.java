package io.renoz.platform.migrations;

import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleDescriptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.MigrationFailedException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;

/**
 * Liquibase over the files of a module. Its two tables are in schema {@code platform}; a change set is known by its number,
 * its author and the module's name in place of a path, so that it is the same change set wherever its file lies.
 *
 * <p>Liquibase is not safe to run twice at once in one JVM; callers see to that.
 */
final class Changelog {

    /** The changelog of a module; the platform's own lies in the same place. */
    static final String FILE = "db/changelog.yaml";

    private static final String PLATFORM = "platform";

    private static final Migrator.Files NOTHING = new Migrator.Files() {
        @Override
        public Set<String> below(String folder) {
            return Set.of();
        }

        @Override
        public InputStream open(String path) throws IOException {
            throw new FileNotFoundException(path);
        }
    };

    private static final Pattern CHANGE_SET = Pattern.compile("changeset [^:]*::([^:]+)::([^:\\s]+)");

    private interface Work {
        void run(Database database) throws Exception;
    }

    private Changelog() {}

    /** Makes Liquibase's own tables, committing as it goes: it looks for them by a query that fails where they are not. */
    static void prepare(Connection connection) throws Exception {
        within(connection, PLATFORM, new ChangelogFiles(NOTHING, ""), database -> {
            LockServiceFactory.getInstance().getLockService(database).init();
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(database)
                    .init();
        });
    }

    /** Applies what is missing of the platform's changelog, in the transaction of {@code connection}. */
    static void updatePlatform(Migrator.Files files, Connection connection) throws Exception {
        update(PLATFORM, files, connection, "databaseChangeLog:\n" + include(PLATFORM));
    }

    /** Applies what is missing of a module's changelog, in the transaction of {@code connection}. */
    static void update(ModuleDescriptor module, Migrator.Files files, Connection connection) throws Exception {
        String opening = """
                databaseChangeLog:
                  - changeSet:
                      id: %1$s
                      author: platform
                      logicalFilePath: modules
                      changes:
                        - sql: {sql: "call platform.open_module('%1$s', '%2$s')"}
                """.formatted(module.name(), inYaml(module.vendor().replace("'", "''")));
        String changes = files.below("db").contains(FILE) ? include(module.name()) : "";
        update(module.schema(), files, connection, opening + changes);
    }

    private static String inYaml(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String include(String module) {
        return "  - include: {file: " + FILE + ", logicalFilePath: " + module + "}\n";
    }

    private static void update(String schema, Migrator.Files files, Connection connection, String root)
            throws Exception {
        var resources = new ChangelogFiles(files, root);
        within(Withheld.of(connection), schema, resources, database -> {
            var liquibase = new Liquibase(ChangelogFiles.ROOT, resources, database);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
            liquibase.update(new Contexts(), new LabelExpression());
        });
    }

    /** The change set at which Liquibase stopped, as {@code customers:003}, or what it says itself. */
    static String whereStopped(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigrationFailedException) {
                Matcher named = CHANGE_SET.matcher(String.valueOf(cause.getMessage()));
                if (named.find()) {
                    return "change set " + named.group(2) + ":" + named.group(1);
                }
            }
        }
        return "the changelog";
    }

    private static void within(Connection connection, String schema, ChangelogFiles files, Work work) throws Exception {
        ClassLoader own = Changelog.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            Map<String, Object> scope = Map.of(
                    Scope.Attr.classLoader.name(),
                    own,
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    Scope.Attr.logService.name(),
                    new QuietLog(),
                    Scope.Attr.resourceAccessor.name(),
                    files,
                    "liquibase.analytics.enabled",
                    false,
                    GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getKey(),
                    1L);
            Scope.child(scope, () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                database.setDefaultSchemaName(schema);
                database.setLiquibaseSchemaName(PLATFORM);
                work.run(database);
            });
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
