package io.renoz.testing;

import io.renoz.data.Databases;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections on which every statement that is sent counts; a batch of them counts once. Thread-safe. */
final class CountedDatabases implements Databases {

    private final Databases real;
    private final AtomicLong sent = new AtomicLong();

    CountedDatabases(Databases real) {
        this.real = real;
    }

    long sent() {
        return sent.get();
    }

    @Override
    public DataSource owner() {
        return real.owner();
    }

    @Override
    public DataSource platform() {
        return real.platform();
    }

    @Override
    public DataSource module(String module) {
        return counted(DataSource.class, real.module(module));
    }

    @Override
    public DataSource shared() {
        return counted(DataSource.class, real.shared());
    }

    @Override
    public boolean healthy() {
        return real.healthy();
    }

    private <T> T counted(Class<T> type, Object target) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                sent.incrementAndGet();
            }
            return wrapped(called(target, method, arguments));
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object called(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof Connection connection) {
            return counted(Connection.class, connection);
        }
        if (result instanceof PreparedStatement statement) {
            return counted(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? counted(Statement.class, statement) : result;
    }
}
