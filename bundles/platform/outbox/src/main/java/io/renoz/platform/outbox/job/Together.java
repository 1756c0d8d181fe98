package io.renoz.platform.outbox.job;

import io.renoz.data.Databases;
import java.sql.Connection;
import java.sql.SQLException;

/** Several statements of the kernel in one transaction. */
@FunctionalInterface
interface Together<T> {

    T run(Connection connection) throws SQLException;

    static <T> T in(Databases databases, Together<T> work) throws SQLException {
        try (Connection connection = databases.platform().getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // does nothing after the commit
                connection.setAutoCommit(true);
            }
        }
    }
}
