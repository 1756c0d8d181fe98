package io.renoz.platform.registry;

import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.platform.data.Standalone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;

/** The platform's own schema in a PostgreSQL that is shared by all tests of a JVM and gone with it. */
public final class ScratchDatabase {

    /** As much of the list of organizations as the kernel reads. */
    private static final String ORGANIZATIONS = """
            create schema if not exists settings;
            create table if not exists settings.organizations (id uuid primary key, slug text, name text,
                status text default 'active', timezone text default 'Australia/Sydney');
            grant usage on schema settings to renoz_platform;
            grant select, insert on settings.organizations to renoz_platform;
            """;

    private ScratchDatabase() {}

    private static final class Holder {
        static final Standalone SHARED = start();
    }

    private static Standalone start() {
        try {
            var database = io.renoz.launcher.ScratchDatabase.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database)));
            var manager = new TransactionManagerImpl();
            var platform = new Standalone(manager, manager, database.environment(), changes -> {}, events -> {});
            run(platform.databases().owner(), "create schema if not exists platform");
            for (Path file : baseline()) {
                run(platform.databases().owner(), Files.readString(file));
            }
            return platform;
        } catch (Exception e) {
            throw new IllegalStateException("The test database did not come up", e);
        }
    }

    private static List<Path> baseline() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../../liquibase/platform"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static void stop(io.renoz.launcher.ScratchDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Databases databases() {
        return Holder.SHARED.databases();
    }

    public static Transactions transactions() {
        return Holder.SHARED.transactions();
    }

    /** The table that belongs to a module which is not here. */
    public static void organizations() {
        define(ORGANIZATIONS);
    }

    /** Runs SQL as the owner of everything. */
    public static void define(String sql) {
        run(databases().owner(), sql);
    }

    /** Changes rows of the kernel's tables, of any organization. */
    public static void execute(String sql) {
        run(databases().platform(), sql);
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One value as text; empty when there is no row. */
    public static String value(String sql) {
        try (Connection connection = databases().platform().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
