package io.renoz.platform.migrations;

import io.renoz.data.Databases;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain connections to a test's database, as its three roles. */
public final class TestDatabase implements Databases {

    private final String url;

    TestDatabase(String url) {
        this.url = url;
    }

    /** The address of the database. */
    public String url() {
        return url;
    }

    @Override
    public DataSource owner() {
        return source("renoz_owner", "select");
    }

    @Override
    public DataSource platform() {
        return source("renoz_platform", "select");
    }

    @Override
    public DataSource module(String module) {
        return source("renoz_app", "set role renoz_m_" + module.replace('-', '_'));
    }

    @Override
    public DataSource shared() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean healthy() {
        return true;
    }

    /** Does one or more statements as the owner. */
    public void run(String sql) throws SQLException {
        run(owner(), sql);
    }

    /** Does one or more statements. */
    public static void run(DataSource as, String sql) throws SQLException {
        try (Connection c = as.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    /** The rows of a query as the owner, columns parted by a space. */
    public List<String> rows(String sql) throws SQLException {
        return rows(owner(), sql);
    }

    /** The rows of the last of some statements, columns parted by a space. */
    public static List<String> rows(DataSource as, String sql) throws SQLException {
        try (Connection c = as.getConnection();
                Statement s = c.createStatement()) {
            boolean isQuery = s.execute(sql);
            while (!isQuery) {
                isQuery = s.getMoreResults();
            }
            var found = new ArrayList<String>();
            try (ResultSet rows = s.getResultSet()) {
                while (rows.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    found.add(String.join(" ", row));
                }
            }
            return found;
        }
    }

    private DataSource source(String role, String first) {
        return (DataSource) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Connection connection = DriverManager.getConnection(url, role, "");
                    try (Statement s = connection.createStatement()) {
                        s.execute(first);
                    }
                    return connection;
                });
    }
}
