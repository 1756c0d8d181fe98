package io.renoz.kernel;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list over plain SQL with the same filters, sorts and cursors as any other of the API: for the kernel's own tables, which
 * have no entities.
 *
 * <p>The texts of columns, tables and conditions are the programmer's; values of callers are only ever parameters. Rows need
 * a column {@code id}, which readers find as {@code cursor_id} too. Immutable.
 */
public final class SqlList {

    private static final Map<String, String> OPERATORS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

    private final String columns;
    private final String from;
    private final List<SqlPart> conditions;
    private final Map<String, Filter> filters;
    private final Map<String, SqlColumn> sorts;

    /** A column, and the type its values have for callers. */
    private record Filter(SqlColumn column, Class<?> type) {}

    /** Makes a value of the row the set stands at. */
    @FunctionalInterface
    public interface RowReader<V> {
        V read(ResultSet row) throws SQLException;
    }

    private SqlList(
            String columns,
            String from,
            List<SqlPart> conditions,
            Map<String, Filter> filters,
            Map<String, SqlColumn> sorts) {
        this.columns = columns;
        this.from = from;
        this.conditions = conditions;
        this.filters = filters;
        this.sorts = sorts;
    }

    /** What to select and from where, as in {@code select <columns> from <from>}. */
    public static SqlList of(String columns, String from) {
        return new SqlList(columns, from, List.of(), Map.of(), Map.of());
    }

    /** Only rows for which the condition holds; one question mark for each value. */
    public SqlList where(String condition, Object... parameters) {
        var all = new ArrayList<>(conditions);
        all.add(new SqlPart(condition, Arrays.asList(parameters)));
        return new SqlList(columns, from, all, filters, sorts);
    }

    /** A filter of that name, with the suffixes of comparison. {@code type} is the column's PostgreSQL type. */
    public SqlList filter(String name, String column, String type) {
        var made = new SqlColumn(column, type);
        return new SqlList(columns, from, conditions, plus(filters, name, new Filter(made, made.java())), sorts);
    }

    /** A filter over a column of text that holds the values of an enumeration. */
    public SqlList filter(String name, String column, Class<? extends Enum<?>> values) {
        var made = new SqlColumn(column, "text");
        return new SqlList(columns, from, conditions, plus(filters, name, new Filter(made, values)), sorts);
    }

    /** A sort of that name over a column that is never null; the first is the default, descending with a {@code -}. */
    public SqlList sort(String name, String column, String type) {
        return new SqlList(columns, from, conditions, filters, plus(sorts, name, new SqlColumn(column, type)));
    }

    /** What it takes. */
    public Offer offer() {
        var types = new LinkedHashMap<String, Class<?>>();
        filters.forEach((name, filter) -> types.put(name, filter.type));
        List<String> ranged = filters.entrySet().stream()
                .filter(e -> e.getValue().column.ranged())
                .map(Map.Entry::getKey)
                .toList();
        return new Offer(types, List.copyOf(filters.keySet()), ranged, List.copyOf(sorts.keySet()));
    }

    /**
     * Reads one page.
     *
     * @throws Problem {@code invalid-parameter}
     */
    public <V> Page<V> read(Connection connection, ListQuery query, RowReader<V> reader) throws SQLException {
        var where = new ArrayList<>(conditions);
        query.filters().forEach((parameter, value) -> where.add(part(parameter, value)));
        var order = SqlOrder.of(
                query.sort().orElseGet(() -> sorts.keySet().iterator().next()), sorts);
        Long total = query.count() ? count(connection, where) : null;
        query.cursor().ifPresent(cursor -> where.add(order.after(cursor)));
        String sql = "select " + order.selected() + ", " + columns + clauses(where) + " order by " + order.clause()
                + " limit " + (query.limit() + 1);
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
                last = order.cursor(rows);
                items.add(reader.read(rows));
            }
        } catch (SQLException e) {
            throw readable(e, query);
        }
        return new Page<>(items, next, total);
    }

    private long count(Connection connection, List<SqlPart> where) throws SQLException {
        try (PreparedStatement statement = prepare(connection, "select count(*)" + clauses(where), where);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw readable(e, null);
        }
    }

    private String clauses(List<SqlPart> where) {
        return " from " + from
                + (where.isEmpty()
                        ? ""
                        : " where "
                                + String.join(
                                        " and ",
                                        where.stream().map(SqlPart::sql).toList()));
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<SqlPart> where)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 0;
        for (SqlPart part : where) {
            for (Object value : part.values()) {
                statement.setObject(++index, value);
            }
        }
        return statement;
    }

    private SqlPart part(String parameter, String value) {
        int dot = parameter.indexOf('.');
        String suffix = dot < 0 ? "eq" : parameter.substring(dot + 1);
        Filter filter = filters.get(dot < 0 ? parameter : parameter.substring(0, dot));
        if (filter == null || !(OPERATORS.containsKey(suffix) || suffix.equals("in"))) {
            throw Problem.parameter(
                    parameter, "There is no such filter; there are " + String.join(", ", filters.keySet()) + ".");
        }
        SqlColumn column = filter.column;
        if (suffix.equals("in")) {
            List<String> all = List.of(value.split(",", -1));
            String marks = String.join(
                    ", ", all.stream().map(one -> "?::" + column.type()).toList());
            return new SqlPart(column.name() + " in (" + marks + ")", all);
        }
        return new SqlPart(column.name() + " " + OPERATORS.get(suffix) + " ?::" + column.type(), List.of(value));
    }

    /** Class 22: a value that is none of its column's type, which those of filters are after they were let in. */
    private static SQLException readable(SQLException e, @Nullable ListQuery query) {
        if (e.getSQLState() != null && e.getSQLState().startsWith("22")) {
            throw query != null && query.cursor().isPresent()
                    ? Cursor.wrong()
                    : Problem.of("invalid-parameter", "A filter has a value that it cannot have.");
        }
        return e;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
        var all = new LinkedHashMap<>(map);
        all.put(name, value);
        return all;
    }
}
