package io.renoz.kernel;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list over plain SQL with the same filters, sorts and cursors as any other of the API: for the kernel's own tables, which
 * have no entities.
 *
 * <p>The texts of columns, tables and conditions are the programmer's; values of callers are only ever parameters. Rows need
 * a column {@code id}. Immutable.
 */
public final class SqlList {

    private static final Map<String, String> OPERATORS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

    private final String columns;
    private final String from;
    private final List<String> conditions;
    private final List<Object> values;
    private final Map<String, Field> filters;
    private final Map<String, Field> sorts;

    /** A column and its PostgreSQL type. */
    private record Field(String column, String type) {}

    /** One part of a WHERE with its parameters. */
    private record Part(String sql, List<?> values) {}

    private record Sort(String name, Field field, boolean descending) {}

    /** Makes a value of the row the set stands at. */
    @FunctionalInterface
    public interface RowReader<V> {
        V read(ResultSet row) throws SQLException;
    }

    private SqlList(
            String columns,
            String from,
            List<String> conditions,
            List<Object> values,
            Map<String, Field> filters,
            Map<String, Field> sorts) {
        this.columns = columns;
        this.from = from;
        this.conditions = conditions;
        this.values = values;
        this.filters = filters;
        this.sorts = sorts;
    }

    /** What to select and from where, as in {@code select <columns> from <from>}. */
    public static SqlList of(String columns, String from) {
        return new SqlList(columns, from, List.of(), List.of(), Map.of(), Map.of());
    }

    /** Only rows for which the condition holds; one question mark for each value. */
    public SqlList where(String condition, Object... parameters) {
        var all = new ArrayList<>(values);
        all.addAll(Arrays.asList(parameters));
        return new SqlList(columns, from, plus(conditions, condition), all, filters, sorts);
    }

    /** A filter of that name, with the suffixes of comparison. {@code type} is the column's PostgreSQL type. */
    public SqlList filter(String name, String column, String type) {
        return new SqlList(columns, from, conditions, values, plus(filters, name, new Field(column, type)), sorts);
    }

    /** A sort of that name over a column that is never null; the first is the default, descending with a {@code -}. */
    public SqlList sort(String name, String column, String type) {
        return new SqlList(columns, from, conditions, values, filters, plus(sorts, name, new Field(column, type)));
    }

    /**
     * Reads one page.
     *
     * @throws Problem {@code invalid-parameter}
     */
    public <V> Page<V> read(Connection connection, ListQuery query, RowReader<V> reader) throws SQLException {
        List<Part> where = where(query);
        Sort sort = sort(query);
        Long total = query.count() ? count(connection, where) : null;
        query.cursor().ifPresent(cursor -> where.add(after(cursor, sort)));
        String direction = sort.descending ? " desc" : "";
        String sql = "select " + sort.field.column + "::text as cursor_value, id as cursor_id, " + columns
                + clauses(where) + " order by " + sort.field.column + direction + ", id" + direction + " limit "
                + (query.limit() + 1);
        var items = new ArrayList<V>();
        String next = null;
        try (PreparedStatement statement = prepare(connection, sql, where);
                ResultSet rows = statement.executeQuery()) {
            String last = "";
            while (rows.next()) {
                if (items.size() == query.limit()) {
                    next = last;
                    break;
                }
                last = encode(sort, rows.getString("cursor_value"), rows.getString("cursor_id"));
                items.add(reader.read(rows));
            }
        } catch (SQLException e) {
            throw readable(e);
        }
        return new Page<>(items, next, total);
    }

    private long count(Connection connection, List<Part> where) throws SQLException {
        try (PreparedStatement statement = prepare(connection, "select count(*)" + clauses(where), where);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw readable(e);
        }
    }

    private String clauses(List<Part> where) {
        var all = new ArrayList<>(conditions);
        where.forEach(part -> all.add(part.sql));
        return " from " + from + (all.isEmpty() ? "" : " where " + String.join(" and ", all));
    }

    private PreparedStatement prepare(Connection connection, String sql, List<Part> where) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 0;
        for (Object value : values) {
            statement.setObject(++index, value);
        }
        for (Part part : where) {
            for (Object value : part.values) {
                statement.setObject(++index, value);
            }
        }
        return statement;
    }

    private List<Part> where(ListQuery query) {
        var parts = new ArrayList<Part>();
        query.filters().forEach((parameter, value) -> parts.add(part(parameter, value)));
        return parts;
    }

    private Part part(String parameter, String value) {
        int dot = parameter.indexOf('.');
        String suffix = dot < 0 ? "eq" : parameter.substring(dot + 1);
        Field field = filters.get(dot < 0 ? parameter : parameter.substring(0, dot));
        if (field == null || !(OPERATORS.containsKey(suffix) || suffix.equals("in"))) {
            throw Problem.parameter(
                    parameter, "There is no such filter; there are " + String.join(", ", filters.keySet()) + ".");
        }
        if (suffix.equals("in")) {
            List<String> all = List.of(value.split(",", -1));
            String marks = String.join(
                    ", ", all.stream().map(one -> "?::" + field.type).toList());
            return new Part(field.column + " in (" + marks + ")", all);
        }
        return new Part(field.column + " " + OPERATORS.get(suffix) + " ?::" + field.type, List.of(value));
    }

    private Sort sort(ListQuery query) {
        String asked = query.sort().orElseGet(() -> sorts.keySet().iterator().next());
        boolean descending = asked.startsWith("-");
        String name = descending ? asked.substring(1) : asked;
        Field field = sorts.getOrDefault(name, sorts.get("-" + name));
        if (field == null) {
            throw Problem.parameter(
                    "sort", "There is no such sort; there are " + String.join(", ", sorts.keySet()) + ".");
        }
        return new Sort(name, field, descending);
    }

    private static String encode(Sort sort, String value, String id) {
        String text = (sort.descending ? "-" : "") + sort.name + "\n" + value + "\n" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Part after(String cursor, Sort sort) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
        } catch (IllegalArgumentException e) {
            throw wrongCursor();
        }
        if (parts.length != 3 || !parts[0].equals((sort.descending ? "-" : "") + sort.name)) {
            throw wrongCursor();
        }
        String sql = "(" + sort.field.column + ", id) " + (sort.descending ? "<" : ">") + " (?::" + sort.field.type
                + ", ?::uuid)";
        return new Part(sql, List.of(parts[1], parts[2]));
    }

    private static Problem wrongCursor() {
        return Problem.parameter("cursor", "This cursor does not belong to a list sorted like this.");
    }

    /** Class 22: a value that is none of its column's type. */
    private static SQLException readable(SQLException e) {
        if (e.getSQLState() != null && e.getSQLState().startsWith("22")) {
            throw Problem.of("invalid-parameter", "A filter has a value that it cannot have.");
        }
        return e;
    }

    private static List<String> plus(List<String> list, String one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return all;
    }

    private static Map<String, Field> plus(Map<String, Field> map, String name, Field field) {
        var all = new LinkedHashMap<>(map);
        all.put(name, field);
        return all;
    }
}
