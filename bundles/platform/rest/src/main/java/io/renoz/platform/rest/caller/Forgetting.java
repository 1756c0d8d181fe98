package io.renoz.platform.rest.caller;

import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.kernel.Outages;
import io.renoz.security.TokenCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to all nodes which tokens to forget, and hears it from them. The word goes out with the commit of the change itself,
 * so none is lost; while nothing can be heard, nothing is remembered.
 */
@Component(service = {TokenCache.class, Forgetting.class})
public final class Forgetting implements TokenCache {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final String CHANNEL = "renoz_tokens";
    private static final int POLL_MILLIS = 500;
    private static final int CHECK_SECONDS = 30;

    private final Databases databases;
    private final Transactions transactions;
    private final PrincipalCache cache;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread listener = new Thread(this::listen, "renoz-tokens");

    @Activate
    public Forgetting(@Reference Databases databases, @Reference Transactions transactions, @Reference Clock clock) {
        this.databases = databases;
        this.transactions = transactions;
        this.cache = new PrincipalCache(clock);
        listener.setDaemon(true);
        listener.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        stopped.countDown();
        listener.join(2L * POLL_MILLIS);
    }

    PrincipalCache cache() {
        return cache;
    }

    @Override
    public void invalidate(UUID organization) {
        try (Connection connection = databases.module("platform").getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, organization.toString());
            notify.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Other nodes cannot be told to forget tokens.", e);
        }
        transactions.afterCommit(() -> cache.forget(organization));
    }

    private void listen() {
        while (stopped.getCount() > 0) {
            try (Connection connection = databases.platform().getConnection()) {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                    cache.hear(true);
                    hear(connection, statement);
                    statement.execute("unlisten *");
                }
            } catch (SQLException | RuntimeException e) { // whatever it is: it listens again
                if (!Outages.behind(e)) {
                    log.warn("Tokens are looked up with every request until the database answers: {}", e.getMessage());
                }
            } finally {
                cache.hear(false);
            }
            pause();
        }
    }

    private void hear(Connection connection, Statement statement) throws SQLException {
        PGConnection pg = connection.unwrap(PGConnection.class);
        long checked = System.nanoTime();
        while (stopped.getCount() > 0) {
            PGNotification[] heard = pg.getNotifications(POLL_MILLIS);
            if (heard != null) {
                for (PGNotification notification : heard) {
                    forget(notification.getParameter());
                }
            }
            if (System.nanoTime() - checked > TimeUnit.SECONDS.toNanos(CHECK_SECONDS)) {
                statement.execute("select 1"); // a connection that died in silence is found out here
                checked = System.nanoTime();
            }
        }
    }

    private void forget(String organization) {
        try {
            cache.forget(UUID.fromString(organization));
        } catch (IllegalArgumentException e) {
            log.warn("Somebody notifies {} with {}", CHANNEL, organization);
        }
    }

    private void pause() {
        try {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                log.debug("No longer listening for tokens");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
