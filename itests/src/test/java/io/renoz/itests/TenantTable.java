package io.renoz.itests;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table whose rows belong to organizations, as the database's own catalogue tells it. */
record TenantTable(String schema, String name) {

    /** All of them. */
    static List<TenantTable> all(Connection connection) throws SQLException {
        String sql = """
                select n.nspname, c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
                 order by 1, 2
                """;
        var tables = new ArrayList<TenantTable>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(new TenantTable(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    /** Role of the module that owns it. */
    String role() {
        return "renoz_m_" + schema;
    }

    @Override
    public String toString() {
        return '"' + schema + "\".\"" + name + '"';
    }
}
