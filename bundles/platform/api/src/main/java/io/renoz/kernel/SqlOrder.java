package io.renoz.kernel;

import io.renoz.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The order of a list over plain SQL, and where a page begins in it (keyset paging). The id comes last. */
record SqlOrder(List<Key> keys) {

    private static final SqlColumn ID = new SqlColumn("id", "uuid");

    /** A column to sort by, as callers name it. */
    record Key(String name, SqlColumn column, boolean descending) {

        String text() {
            return (descending ? "-" : "") + name;
        }
    }

    SqlOrder {
        keys = List.copyOf(keys);
    }

    /** Reads {@code -createdAt,name}; the names of {@code offered} may begin with the sign of their usual direction. */
    static SqlOrder of(String text, Map<String, SqlColumn> offered) {
        var keys = new ArrayList<Key>();
        for (String part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = descending ? part.substring(1) : part;
            SqlColumn column = offered.getOrDefault(name, offered.get("-" + name));
            if (column == null) {
                throw Problem.parameter(
                        "sort", "There is no such sort; there are " + String.join(", ", offered.keySet()) + ".");
            }
            if (keys.stream().noneMatch(key -> key.name().equals(name))) {
                keys.add(new Key(name, column, descending));
            }
        }
        keys.add(new Key("id", ID, keys.get(keys.size() - 1).descending()));
        return new SqlOrder(keys);
    }

    /** What has to be selected for cursors. */
    String selected() {
        var columns = new StringBuilder("id as cursor_id");
        for (int i = 0; i < keys.size() - 1; i++) {
            columns.append(", ")
                    .append(keys.get(i).column().name())
                    .append("::text as cursor_")
                    .append(i);
        }
        return columns.toString();
    }

    String clause() {
        return keys.stream()
                .map(key -> key.column().name() + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    private String text() {
        return keys.stream().map(Key::text).collect(Collectors.joining(","));
    }

    /** Where the page after the row begins that the set stands at. */
    String cursor(ResultSet row) throws SQLException {
        var values = new ArrayList<String>();
        for (int i = 0; i < keys.size() - 1; i++) {
            values.add(row.getString("cursor_" + i));
        }
        values.add(row.getString("cursor_id"));
        return Cursor.of(text(), values);
    }

    /** What comes after a cursor. */
    SqlPart after(String cursor) {
        return beyond(0, Cursor.values(cursor, text(), keys.size()));
    }

    /** Beyond in this key, or equal here and beyond in the others. */
    private SqlPart beyond(int i, List<String> values) {
        Key key = keys.get(i);
        String mark = "?::" + key.column().type();
        String past = key.column().name() + (key.descending() ? " < " : " > ") + mark;
        if (i == keys.size() - 1) {
            return new SqlPart(past, List.of(values.get(i)));
        }
        SqlPart others = beyond(i + 1, values);
        var all = new ArrayList<Object>(List.of(values.get(i), values.get(i)));
        all.addAll(others.values());
        return new SqlPart(
                "(" + past + " or (" + key.column().name() + " = " + mark + " and " + others.sql() + "))", all);
    }
}
