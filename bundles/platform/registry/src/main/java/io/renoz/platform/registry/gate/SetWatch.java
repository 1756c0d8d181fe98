package io.renoz.platform.registry.gate;

import io.renoz.data.Databases;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.Outages;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears on a connection of its own what other nodes switch, and looks for itself every two seconds in case a hint was lost
 * (behind a pooler that shares connections there are none).
 */
@Component(
        immediate = true,
        service = {})
public final class SetWatch {

    /** Payload: organization, blank, revision. */
    public static final String CHANNEL = "renoz_modules";

    private static final Logger log = LoggerFactory.getLogger(SetWatch.class);
    private static final int POLL_MILLIS = 2_000;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DataSource kernel;
    private final OrganizationSets sets;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "renoz-module-sets");
    private volatile @Nullable Connection current;

    /** {@code schema} is there as soon as the tables are. */
    @Activate
    public SetWatch(@Reference Databases databases, @Reference OrganizationSets sets, @Reference Migrator schema) {
        kernel = databases.platform();
        this.sets = sets;
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        stop.countDown();
        Connection open = current;
        if (open != null) {
            abort(open); // it waits inside a read, where an interrupt does not reach it
        }
        thread.join(POLL_MILLIS);
    }

    private void watch() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!stopped(0)) {
            try (Connection connection = kernel.getConnection()) {
                current = connection;
                listen(connection);
                pause = FIRST_PAUSE_MILLIS;
                follow(connection);
            } catch (SQLException | RuntimeException e) {
                if (stop.getCount() > 0 && !Outages.behind(e)) {
                    log.warn(
                            "Changes of module sets are not heard at the moment, next try in {} ms: {}",
                            pause,
                            e.getMessage());
                }
            } finally {
                current = null;
            }
            if (stopped(pause)) {
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        sets.forget(); // what happened while nobody listened
        log.info("Changes of module sets are heard");
    }

    private void follow(Connection connection) throws SQLException {
        try {
            PGConnection wire = connection.unwrap(PGConnection.class);
            long polled = System.nanoTime();
            while (!stopped(0)) {
                PGNotification[] hints = wire.getNotifications(POLL_MILLIS);
                if (hints != null) {
                    for (PGNotification hint : hints) {
                        heard(hint.getParameter());
                    }
                }
                if (System.nanoTime() - polled >= TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)) {
                    SetQueries.recent(connection).forEach(sets::heard);
                    polled = System.nanoTime();
                }
            }
        } finally {
            abort(connection); // never back to the pool: it still listens
        }
    }

    private void heard(String payload) {
        int blank = payload.indexOf(' ');
        try {
            sets.heard(UUID.fromString(payload.substring(0, blank)), Long.parseLong(payload.substring(blank + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            log.warn("Not a hint about a module set: {}", payload);
            sets.forget();
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("The connection was closed already", e);
        }
    }

    private boolean stopped(long withinMillis) {
        try {
            return stop.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
