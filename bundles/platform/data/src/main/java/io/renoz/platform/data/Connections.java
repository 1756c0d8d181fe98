package io.renoz.platform.data;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.commons.dbcp2.BasicDataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One connection a transaction. Each module works on it through its own handle, under its own role. */
@Component
public final class Connections implements Databases {

    private static final int OWNER_CONNECTIONS = 4;
    private static final int PLATFORM_CONNECTIONS = 6;

    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private final BasicDataSource owner;
    private final BasicDataSource app;
    private final BasicDataSource platform;

    @Activate
    public Connections(
            @Reference TransactionManager transactions, @Reference TransactionSynchronizationRegistry registry) {
        this(transactions, registry, DatabaseSettings.of(System.getenv()));
    }

    Connections(
            TransactionManager transactions, TransactionSynchronizationRegistry registry, DatabaseSettings settings) {
        this.transactions = transactions;
        this.registry = registry;
        owner = pool(settings.url(), settings.owner(), OWNER_CONNECTIONS);
        owner.addConnectionProperty("autosave", "always"); // Liquibase looks for its tables by statements that fail
        app = pool(settings.url(), settings.app(), settings.connections());
        app.addConnectionProperty("reWriteBatchedInserts", "true");
        platform = pool(settings.url(), settings.platform(), PLATFORM_CONNECTIONS);
        platform.setTestOnBorrow(true); // seldom used: a dead connection would be met by a gate, not by a retry
    }

    private static BasicDataSource pool(String url, DatabaseSettings.Account account, int size) {
        BasicDataSource pool = new BasicDataSource();
        pool.setDriver(new org.postgresql.Driver());
        pool.setUrl(url);
        pool.setUsername(account.role());
        pool.setPassword(account.password());
        pool.setMaxTotal(size);
        pool.setMaxIdle(size);
        pool.setTestOnBorrow(false); // it would be a round trip for every transaction
        pool.setFastFailValidation(true);
        pool.setMaxWait(java.time.Duration.ofSeconds(10));
        pool.addConnectionProperty("ApplicationName", "renoz");
        pool.addConnectionProperty("tcpKeepAlive", "true");
        return pool;
    }

    @Deactivate
    void close() throws SQLException {
        app.close();
        platform.close();
        owner.close();
    }

    @Override
    public DataSource owner() {
        return owner;
    }

    @Override
    public DataSource platform() {
        return platform;
    }

    @Override
    public DataSource module(String module) {
        return new SimpleDataSource(() -> connection(module));
    }

    @Override
    public DataSource shared() {
        return new SimpleDataSource(() -> {
            Held held = (Held) registry.getResource(this);
            if (held == null) {
                throw new SQLException("Nothing has been done in this transaction that could be told.");
            }
            return held.handle(null);
        });
    }

    @Override
    public boolean healthy() {
        try (Connection connection = platform.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connection(String module) throws SQLException {
        try {
            if (transactions.getStatus() == Status.STATUS_NO_TRANSACTION) {
                return app.getConnection(); // EclipseLink's login; no organization is set, so no row is visible
            }
            Held held = (Held) registry.getResource(this);
            if (held == null) {
                held = enlist(module);
                registry.putResource(this, held);
            }
            return held.handle(module);
        } catch (SystemException | RollbackException e) {
            throw new SQLException(e);
        }
    }

    private Held enlist(String module) throws SQLException, SystemException, RollbackException {
        Call call = Call.current();
        Connection raw = borrow(call, module);
        try {
            transactions.getTransaction().enlistResource(new LocalResource(raw));
            registry.registerInterposedSynchronization(new Completion(status -> giveBack(raw)));
            return new Held(raw, module);
        } catch (SystemException | RollbackException | RuntimeException e) {
            giveBack(raw);
            throw e;
        }
    }

    /** A pooled connection may have died with a restart of the database: then the next one is tried. */
    private Connection borrow(Call call, String module) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            Connection raw = app.getConnection();
            try {
                raw.setAutoCommit(false);
                raw.setReadOnly(call.readOnly()); // travels with BEGIN
                Held.execute(raw, opening(call.organization(), module));
                return raw;
            } catch (SQLException e) {
                discard(raw, e);
                if (attempt >= app.getMaxTotal() || !lost(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean lost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private void discard(Connection raw, SQLException cause) {
        try {
            app.invalidateConnection(raw);
        } catch (IllegalStateException e) {
            cause.addSuppressed(e);
        }
    }

    /** BEGIN, the organization and the role travel to the server together. */
    private static String opening(@Nullable UUID organization, String module) {
        String role = "SET LOCAL ROLE " + Held.role(module);
        return organization == null ? role : "SET LOCAL app.organization_id = '" + organization + "'; " + role;
    }

    private static void giveBack(Connection raw) {
        try {
            raw.setReadOnly(false);
            raw.setAutoCommit(true);
            raw.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
