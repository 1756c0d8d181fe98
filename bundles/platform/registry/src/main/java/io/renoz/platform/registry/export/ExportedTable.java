package io.renoz.platform.registry.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A table with rows of organizations.
 *
 * @param key the column that holds the organization
 * @param columns of all, those that may be shown
 */
record ExportedTable(String schema, String name, String key, List<String> columns) {

    private static final int FETCHED = 500;

    /** Tables of the schema, and the organization itself. What is named after a secret holds one, in whatever form. */
    private static final String TABLES = """
            select c.relname, k.attname,
                   array_agg(a.attname::text order by a.attnum)
                     filter (where a.attname !~ '(^|_)(hash|hashes|secret|secrets|token|password|sealed|ciphertext)(_|$)')
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname = ?
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              join pg_attribute k on k.attrelid = c.oid and not k.attisdropped
                and k.attname = case when n.nspname = 'settings' and c.relname = 'organizations' then 'id'
                                     else 'organization_id' end
             where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select')
             group by 1, 2 order by 1
            """;

    /** Takes a row as JSON. */
    @FunctionalInterface
    interface Row {
        void take(String json) throws IOException;
    }

    static List<ExportedTable> of(Connection connection, String schema) throws SQLException {
        var tables = new ArrayList<ExportedTable>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(new ExportedTable(schema, rows.getString(1), rows.getString(2), List.of((String[])
                            rows.getArray(3).getArray())));
                }
            }
        }
        return tables;
    }

    /** Reads the rows of an organization, some at a time. */
    long read(Connection connection, UUID organization, Row row) throws SQLException, IOException {
        String sql = "select to_jsonb(r)::text from (select "
                + String.join(", ", columns.stream().map(ExportedTable::quoted).toList()) + " from " + quoted(schema)
                + "."
                + quoted(name) + " where " + quoted(key) + " = ? order by id) r";
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            statement.setObject(1, organization);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows.getString(1));
                    count++;
                }
            }
        }
        return count;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
