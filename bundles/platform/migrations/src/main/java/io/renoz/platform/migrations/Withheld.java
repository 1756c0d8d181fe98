package io.renoz.platform.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * A connection for Liquibase whose commits are withheld: its commit moves a savepoint on and its rollback goes back to that
 * savepoint, inside the one transaction that its owner ends.
 */
final class Withheld {

    private final Connection real;
    private Savepoint savepoint;

    private Withheld(Connection real) throws SQLException {
        this.real = real;
        this.savepoint = real.setSavepoint();
    }

    /** The view of {@code real} to hand out; {@code real} is in a transaction. */
    static Connection of(Connection real) throws SQLException {
        var withheld = new Withheld(real);
        return (Connection) Proxy.newProxyInstance(
                Withheld.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> withheld.call(method, arguments));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                real.releaseSavepoint(savepoint);
                savepoint = real.setSavepoint();
                return null;
            }
            case "rollback" -> {
                real.rollback(savepoint);
                return null;
            }
            case "setAutoCommit", "close" -> {
                return null;
            }
            case "getAutoCommit" -> {
                return false;
            }
            default -> {
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                }
            }
        }
    }
}
