package io.renoz.itests;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One transaction of one database role, always rolled back. */
final class Sql implements AutoCloseable {

    /** A right is missing, or row level security refuses the row. */
    static final String NO_RIGHT = "42501";

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** As APP, OWNER, PLATFORM or ADMIN. */
    static Sql as(String kind) throws SQLException {
        Connection connection = RunningPlatform.shared().database(kind);
        connection.setAutoCommit(false);
        return new Sql(connection);
    }

    Sql role(String role) throws SQLException {
        execute("set local role \"" + role + "\"");
        return this;
    }

    Sql tenant(String organization) throws SQLException {
        execute("set local app.organization_id = '" + java.util.UUID.fromString(organization) + "'");
        return this;
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Number that a query gives or that a statement changed. */
    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** SQL state with which a statement is refused; empty when it is not. What it did is undone. */
    Optional<String> refusal(String sql) throws SQLException {
        var before = connection.setSavepoint();
        try {
            execute(sql);
            connection.rollback(before);
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(before);
            return Optional.of(e.getSQLState());
        }
    }

    /** The same as {@link #number}, but nothing where the right is missing. What it did is undone. */
    Optional<Long> permitted(String sql) throws SQLException {
        var before = connection.setSavepoint();
        try {
            long number = number(sql);
            connection.rollback(before);
            return Optional.of(number);
        } catch (SQLException e) {
            connection.rollback(before);
            if (NO_RIGHT.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The first column of a query. */
    List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
