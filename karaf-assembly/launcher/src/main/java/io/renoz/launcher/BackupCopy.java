package io.renoz.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The calls around a copy of the files of a PostgreSQL that goes on working; on one connection, which holds the log back. */
final class BackupCopy {

    private final Connection admin;

    BackupCopy(Connection admin) {
        this.admin = admin;
    }

    /** What belongs to the copy: where to begin reading the log, and the files of the log that make it whole. */
    record End(String label, List<String> segments) {}

    /** From here on the log is kept; the checkpoint comes at once. */
    void begin() throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(
                    "select pg_create_physical_replication_slot('renoz_backup_' || pg_backend_pid(), true, true)");
            statement.execute("select pg_backup_start('renoz', true)");
        }
    }

    End end() throws SQLException {
        try (Statement statement = admin.createStatement()) {
            String label;
            String last;
            try (ResultSet row = statement.executeQuery("select lsn, labelfile from pg_backup_stop(false)")) {
                row.next();
                last = row.getString(1);
                label = row.getString(2);
            }
            return new End(label, segments(first(label), last));
        }
    }

    private static String first(String label) {
        return label.lines()
                .filter(line -> line.startsWith("START WAL LOCATION: "))
                .map(line -> line.substring("START WAL LOCATION: ".length(), line.indexOf(" (")))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("PostgreSQL does not say where the copy begins: " + label));
    }

    /** The names of all segments between two places, with both ends. */
    private List<String> segments(String first, String last) throws SQLException {
        String sql = """
                with size as (select setting::bigint as bytes from pg_settings where name = 'wal_segment_size')
                select pg_walfile_name('0/0'::pg_lsn + n * bytes + 1)
                  from size, generate_series(trunc((?::pg_lsn - '0/0'::pg_lsn) / bytes),
                                             trunc((?::pg_lsn - '0/0'::pg_lsn - 1) / bytes)) as n
                """;
        var segments = new ArrayList<String>();
        try (PreparedStatement statement = admin.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, last);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    segments.add(rows.getString(1));
                }
            }
        }
        return segments;
    }
}
