package io.renoz.platform.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Tells EclipseLink in which order a flush inserts the rows of different tables, and the reverse for deletes: entities have no
 * relations from which it could know, but the database has the foreign keys.
 */
final class CommitOrder {

    private static final String FOREIGN_KEYS = """
            select distinct k.conrelid::regclass::text, k.confrelid::regclass::text
              from pg_constraint k
             where k.contype = 'f' and k.conrelid <> k.confrelid
            """;

    private final Map<String, Class<?>> entities = new LinkedHashMap<>();
    private final Map<String, Set<String>> referred = new HashMap<>();

    private CommitOrder() {}

    static void teach(ServerSession session, DataSource source) {
        var order = new CommitOrder();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            String table = descriptor.getTables().get(0).getQualifiedName();
            order.entities.put(table.toLowerCase(Locale.ROOT), descriptor.getJavaClass());
        }
        try (Connection connection = source.getConnection()) {
            order.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The foreign keys could not be read", e);
        }
        session.getCommitManager().setCommitOrder(order.classes());
    }

    private void read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var keys = statement.executeQuery(FOREIGN_KEYS)) {
            while (keys.next()) {
                String from = keys.getString(1);
                String to = keys.getString(2);
                if (entities.containsKey(from) && entities.containsKey(to)) {
                    referred.computeIfAbsent(from, table -> new LinkedHashSet<>())
                            .add(to);
                }
            }
        }
    }

    /** Each after those its table refers to. */
    private List<Class<?>> classes() {
        var sorted = new LinkedHashSet<String>();
        entities.keySet().forEach(table -> append(table, sorted, new LinkedHashSet<>()));
        var classes = new ArrayList<Class<?>>();
        sorted.forEach(table -> {
            Class<?> entity = entities.get(table);
            if (entity != null) {
                classes.add(entity);
            }
        });
        return classes;
    }

    private void append(String table, Set<String> sorted, Set<String> underWay) {
        if (!sorted.contains(table) && underWay.add(table)) {
            referred.getOrDefault(table, Set.of()).forEach(other -> append(other, sorted, underWay));
            sorted.add(table);
        }
    }
}
