package io.renoz.platform.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The connection of a transaction, and the module whose role it has at this moment. */
final class Held {

    /** The name of no module. */
    private static final String UNKNOWN = "";

    private final Connection raw;
    private String module;

    Held(Connection raw, String module) {
        this.raw = raw;
        this.module = module;
    }

    /** The role of a module; it owns nothing and has rights on the module's own tables only. */
    static String role(String module) {
        return "renoz_m_" + module.replace('-', '_');
    }

    /** What a module works with: it can neither end the transaction nor use the connection under another module's role. */
    Connection handle(@Nullable String user) {
        return (Connection) Proxy.newProxyInstance(
                Held.class.getClassLoader(), new Class<?>[] {Connection.class}, new Handle(user));
    }

    /** Has to be when a statement is made: EclipseLink keeps its handle through the transaction. */
    private void become(String user) throws SQLException {
        if (!user.equals(module)) {
            execute(raw, "SET LOCAL ROLE " + role(user));
            module = user;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private final class Handle implements java.lang.reflect.InvocationHandler {

        private final @Nullable String user;
        private boolean closed;

        Handle(@Nullable String user) {
            this.user = user;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> closed = true;
                case "isClosed" -> {
                    return closed || raw.isClosed();
                }
                case "equals" -> {
                    return arguments != null && self == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(self);
                }
                case "setAutoCommit" -> {
                    // EclipseLink says what is so already
                }
                default -> {
                    return delegate(method, arguments);
                }
            }
            return null;
        }

        private @Nullable Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (closed) {
                throw new SQLException("This handle is closed.");
            }
            if (name.equals("commit") || (name.equals("rollback") && arguments == null)) {
                throw new SQLException("The platform ends the transaction.");
            }
            if (user != null && (name.startsWith("prepare") || name.equals("createStatement"))) {
                become(user);
            }
            if (name.equals("rollback")) {
                module = UNKNOWN; // back to a savepoint, and to the role at that time
            }
            try {
                return method.invoke(raw, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}
