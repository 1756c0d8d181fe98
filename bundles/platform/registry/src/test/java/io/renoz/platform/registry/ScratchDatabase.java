package io.renoz.platform.registry;

import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.testing.TestPlatform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database of the tests, by hand. */
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

    public static Databases databases() {
        return TestPlatform.shared().databases();
    }

    public static Transactions transactions() {
        return TestPlatform.shared().transactions();
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
