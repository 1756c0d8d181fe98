package io.renoz.activities.feed;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.ActivityView;
import io.renoz.activities.api.Source;
import io.renoz.data.Json;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The SQL of reading the log. */
final class Log {

    private static final String FROM = " from activities.activities where ";
    private static final int FETCH = 500;

    private final DataSource database;

    Log(DataSource database) {
        this.database = database;
    }

    /** Reads something from each row of a result. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    List<ActivityView> select(Where where, boolean ascending, int limit) {
        var rows = new ArrayList<ActivityView>();
        String order = ascending ? " order by created_at, id" : " order by created_at desc, id desc";
        query("select *" + FROM + where.sql() + order + " limit " + limit, where.values(), row -> rows.add(view(row)));
        return rows;
    }

    void each(Where where, Consumer<ActivityView> sink) {
        query(
                "select *" + FROM + where.sql() + " order by created_at, id",
                where.values(),
                row -> sink.accept(view(row)));
    }

    long count(Where where) {
        long[] count = new long[1];
        query("select count(*)" + FROM + where.sql(), where.values(), row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** Whether there is any. */
    boolean any(Where where) {
        boolean[] any = new boolean[1];
        query("select exists (select" + FROM + where.sql() + ")", where.values(), row -> any[0] = row.getBoolean(1));
        return any[0];
    }

    Map<UUID, Instant> newest(Where where) {
        var newest = new HashMap<UUID, Instant>();
        query(
                "select entity_id, max(created_at)" + FROM + where.sql() + " group by entity_id",
                where.values(),
                row -> newest.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()));
        return newest;
    }

    private void query(String sql, List<Object> values, Reader reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            for (int i = 0; i < values.size(); i++) {
                bind(connection, statement, i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Object[] array) {
            statement.setArray(index, connection.createArrayOf(elementType(array), array));
        } else {
            statement.setObject(index, value);
        }
    }

    private static String elementType(Object[] array) {
        if (array instanceof UUID[]) {
            return "uuid";
        }
        return array instanceof String[] ? "text" : "timestamptz";
    }

    private static ActivityView view(ResultSet row) throws SQLException {
        return new ActivityView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("user_id", UUID.class),
                row.getString("actor_type"),
                row.getString("actor_name"),
                row.getObject("on_behalf_of", UUID.class),
                row.getObject("api_token_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("module"),
                row.getString("entity_type"),
                row.getObject("entity_id", UUID.class),
                row.getString("entity_name"),
                row.getString("parent_type"),
                row.getObject("parent_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                row.getString("event"),
                row.getString("description"),
                json(row.getString("changes")),
                texts(row.getArray("changed_fields")),
                json(row.getString("metadata")),
                Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                row.getObject("source_ref", UUID.class),
                row.getString("sensitivity"),
                row.getInt("record_count"),
                row.getObject("request_id", UUID.class),
                row.getString("ip_address"),
                row.getString("user_agent"));
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
