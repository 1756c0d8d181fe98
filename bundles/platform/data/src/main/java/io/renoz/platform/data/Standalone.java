package io.renoz.platform.data;

import io.renoz.data.Databases;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.EventPublisher;
import io.renoz.kernel.AuditSink;
import io.renoz.kernel.EventSink;
import java.sql.SQLException;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;

/** The same connections, transactions and tables without a framework around them: for tests of domains. */
public final class Standalone implements AutoCloseable {

    private final TransactionSynchronizationRegistry registry;
    private final Connections connections;
    private final JtaTransactions transactions;

    /**
     * Connects to a database.
     *
     * @param environment as the launcher sets it: {@code RENOZ_DB_URL} and the rest
     */
    public Standalone(
            TransactionManager manager,
            TransactionSynchronizationRegistry registry,
            Map<String, String> environment,
            AuditSink audit,
            EventSink events) {
        this.registry = registry;
        connections = new Connections(manager, registry, DatabaseSettings.of(environment));
        transactions = new JtaTransactions(manager, registry);
        transactions.audit = audit;
        transactions.outbox = events;
    }

    public Databases databases() {
        return connections;
    }

    public Transactions transactions() {
        return transactions;
    }

    public EventPublisher events() {
        return transactions;
    }

    /** The tables of a module over its persistence unit. */
    public Tables tables(String module, EntityManagerFactory factory) {
        return Units.open(module, factory, registry, connections);
    }

    @Override
    public void close() throws SQLException {
        connections.close();
    }
}
