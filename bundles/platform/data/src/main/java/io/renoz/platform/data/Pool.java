package io.renoz.platform.data;

import io.renoz.kernel.Outages;
import io.renoz.platform.data.DatabaseSettings.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.dbcp2.BasicDataSource;

/** The connections of one database role. */
final class Pool {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** A statement may take as long as a batch of a job, a transaction as long as the transaction manager lets it. */
    private static final String LIMITS =
            "set statement_timeout = '5min'; set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '10min'";

    private final String name;
    private final BasicDataSource connections = new BasicDataSource();
    private final Trouble outage;
    private final Trouble exhaustion;

    /** {@code outage} is the trouble of all pools of a server. */
    Pool(String name, String url, Account account, int size, Trouble outage) {
        this.name = name;
        this.outage = outage;
        exhaustion = new Trouble(
                "All " + size + " connections of pool " + name + " are in use",
                "There are free connections in pool " + name + " again");
        connections.setDriver(new org.postgresql.Driver());
        connections.setUrl(url);
        connections.setUsername(account.role());
        connections.setPassword(account.password());
        connections.setMaxTotal(size);
        connections.setMaxIdle(size);
        connections.setTestOnBorrow(false); // it would be a round trip for every transaction
        connections.setFastFailValidation(true);
        connections.setMaxWait(LONGEST_WAIT);
        connections.addConnectionProperty("ApplicationName", "renoz");
        connections.addConnectionProperty("tcpKeepAlive", "true");
    }

    /** With a property of the driver. */
    Pool with(String property, String value) {
        connections.addConnectionProperty(property, value);
        return this;
    }

    /** Nothing that is done on these connections goes on for ever. */
    Pool limited() {
        connections.setConnectionInitSqls(List.of(LIMITS));
        return this;
    }

    /** A dead connection is found out before somebody gets it. */
    Pool tested() {
        connections.setTestOnBorrow(true);
        return this;
    }

    /** Borrows a connection; closing it gives it back. */
    Connection get() throws SQLException {
        try {
            Connection connection = connections.getConnection();
            exhaustion.over();
            return connection;
        } catch (SQLException e) {
            throw told(e);
        }
    }

    private SQLException told(SQLException e) {
        if (e.getCause() instanceof NoSuchElementException) {
            exhaustion.met(e);
            return new SQLException("All connections of pool " + name + " are in use.", "53300", e);
        }
        met(e);
        return e;
    }

    /** Notes a failure on a connection of this pool; true when the server is away. */
    boolean met(SQLException e) {
        boolean away = Outages.behind(e);
        if (away) {
            outage.met(e);
        }
        return away;
    }

    /** Throws a connection away instead of giving it back. */
    void discard(Connection connection, SQLException because) {
        met(because);
        try {
            connections.invalidateConnection(connection);
        } catch (IllegalStateException e) {
            because.addSuppressed(e); // it is gone already
        }
    }

    int size() {
        return connections.getMaxTotal();
    }

    int active() {
        return connections.getNumActive();
    }

    int idle() {
        return connections.getNumIdle();
    }

    void close() throws SQLException {
        connections.close();
    }
}
