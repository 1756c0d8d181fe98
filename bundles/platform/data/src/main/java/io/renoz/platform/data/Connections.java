package io.renoz.platform.data;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.kernel.Gauges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One connection a transaction. Each module works on it through its own handle, under its own role. */
@Component
public final class Connections implements Databases, Gauges {

    private static final int OWNER_CONNECTIONS = 4;
    private static final int PLATFORM_CONNECTIONS = 6;

    /** Who waits for one of these holds one of {@link #app}, so they must not come from there. */
    private static final int NESTED_CONNECTIONS = 5;

    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private final Trouble outage =
            new Trouble("The database cannot be reached, everything waits for it", "The database can be reached again");
    private final Pool owner;
    private final Pool app;
    private final Pool nested;
    private final Pool platform;

    @Activate
    public Connections(
            @Reference TransactionManager transactions, @Reference TransactionSynchronizationRegistry registry) {
        this(transactions, registry, DatabaseSettings.of(System.getenv()));
    }

    Connections(
            TransactionManager transactions, TransactionSynchronizationRegistry registry, DatabaseSettings settings) {
        this.transactions = transactions;
        this.registry = registry;
        String url = settings.url();
        owner = new Pool("owner", url, settings.owner(), OWNER_CONNECTIONS, outage)
                .with("autosave", "always"); // Liquibase looks for its tables by statements that fail
        app = new Pool("app", url, settings.app(), settings.connections(), outage)
                .with("reWriteBatchedInserts", "true")
                .limited();
        nested = new Pool("nested", url, settings.app(), NESTED_CONNECTIONS, outage)
                .with("reWriteBatchedInserts", "true")
                .limited();
        platform = new Pool("platform", url, settings.platform(), PLATFORM_CONNECTIONS, outage)
                .limited()
                .tested(); // seldom used: a dead connection would be met by a gate, not by a retry
    }

    @Deactivate
    void close() throws SQLException {
        app.close();
        nested.close();
        platform.close();
        owner.close();
    }

    @Override
    public DataSource owner() {
        return new SimpleDataSource(owner::get);
    }

    @Override
    public DataSource platform() {
        return new SimpleDataSource(this::kernel);
    }

    private Connection kernel() throws SQLException {
        Connection connection = platform.get();
        outage.over();
        return connection;
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
        try (Connection connection = kernel()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Map<String, Double> read() {
        var values = new TreeMap<String, Double>();
        Map.of("app", app, "nested", nested, "platform", platform, "owner", owner)
                .forEach((name, pool) -> {
                    String labels = "renoz_db_connections{pool=\"" + name + "\",state=\"";
                    values.put(labels + "active\"}", (double) pool.active());
                    values.put(labels + "idle\"}", (double) pool.idle());
                });
        return values;
    }

    private Connection connection(String module) throws SQLException {
        try {
            if (transactions.getStatus() == Status.STATUS_NO_TRANSACTION) {
                return nobodys();
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

    /** For EclipseLink's login: with no organization and no role, whatever was set on it before, it sees no row. */
    private Connection nobodys() throws SQLException {
        return borrow(app, "reset role; reset app.organization_id", raw -> {});
    }

    private Held enlist(String module) throws SQLException, SystemException, RollbackException {
        Call call = Call.current();
        Pool pool = JtaTransactions.ledger(registry).nested() ? nested : app;
        Connection raw = borrow(pool, opening(call.organization(), module), fresh -> {
            fresh.setAutoCommit(false);
            fresh.setReadOnly(call.readOnly()); // travels with BEGIN
        });
        try {
            transactions.getTransaction().enlistResource(new LocalResource(raw));
            registry.registerInterposedSynchronization(new Completion(status -> giveBack(pool, raw)));
            return new Held(raw, module);
        } catch (SystemException | RollbackException | RuntimeException e) {
            giveBack(pool, raw);
            throw e;
        }
    }

    private interface Preparation {
        void of(Connection connection) throws SQLException;
    }

    /** A pooled connection may have died with a restart of the database: then the next one is tried. */
    private Connection borrow(Pool pool, String opening, Preparation preparation) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            Connection raw = pool.get();
            try {
                preparation.of(raw);
                Held.execute(raw, opening);
                outage.over();
                return raw;
            } catch (SQLException e) {
                pool.discard(raw, e);
                if (attempt >= pool.size() || !pool.met(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * BEGIN, the organization and the role travel to the server together. Without an organization it is set as well, to none:
     * a module may have said SET without LOCAL.
     */
    private static String opening(@Nullable UUID organization, String module) {
        return "SET LOCAL app.organization_id = '" + (organization == null ? "" : organization) + "'; SET LOCAL ROLE "
                + Held.role(module);
    }

    /** A connection that cannot be made ready for the next borrower is none any more. */
    private void giveBack(Pool pool, Connection raw) {
        try {
            raw.setReadOnly(false);
            raw.setAutoCommit(true);
            raw.close();
        } catch (SQLException e) {
            pool.discard(raw, e);
        }
    }
}
