package io.renoz.platform.outbox.job;

import io.renoz.kernel.Outages;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for db-scheduler: while the database is away its threads wait for it, in place of telling of each second of an
 * outage that was told once.
 */
final class Patient {

    private static final long AGAIN_MILLIS = 1_000;

    private final DataSource source;
    private final CountDownLatch end;

    private Patient(DataSource source, CountDownLatch end) {
        this.source = source;
        this.end = end;
    }

    /** The same, until {@code end}. */
    static DataSource of(DataSource source, CountDownLatch end) {
        var patient = new Patient(source, end);
        return (DataSource) Proxy.newProxyInstance(
                Patient.class.getClassLoader(), new Class<?>[] {DataSource.class}, patient::invoke);
    }

    private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        while (true) {
            try {
                return method.invoke(source, arguments);
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (!(cause instanceof SQLException trouble) || !Outages.behind(trouble) || ended()) {
                    throw cause;
                }
            }
        }
    }

    private boolean ended() throws SQLException {
        try {
            return end.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while the database is away", e);
        }
    }
}
