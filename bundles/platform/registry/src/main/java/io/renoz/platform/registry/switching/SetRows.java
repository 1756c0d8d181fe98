package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.platform.registry.gate.ModuleSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one organization's set, on the connection of its transaction. */
final class SetRows {

    private static final int RETENTION_DAYS = 30;

    private final Connection connection;
    private final UUID organization = Call.tenant();

    SetRows(Connection connection) {
        this.connection = connection;
    }

    /** One module of the organization as stored. */
    record Row(
            UUID id,
            String module,
            boolean on,
            Instant since,
            @Nullable UUID changedBy,
            @Nullable String reason) {}

    /**
     * Takes the right to change the set, to the end of the transaction; false when another transaction has it.
     *
     * <p>A lock and not a row: an organization that never switched anything has no row that two could fight for.
     */
    boolean lock() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "renoz.module-set " + organization);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    long revision() throws SQLException {
        String sql = "select coalesce(max(revision), 0) from platform.module_set_revisions where organization_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, organization);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    Map<String, Row> modules() throws SQLException {
        String sql = "select id, module, wish = 'enabled', since, changed_by, reason"
                + " from platform.organization_modules where organization_id = ? order by module";
        var rows = new LinkedHashMap<String, Row>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, organization);
            try (ResultSet set = statement.executeQuery()) {
                while (set.next()) {
                    rows.put(
                            set.getString(2),
                            new Row(
                                    set.getObject(1, UUID.class),
                                    set.getString(2),
                                    set.getBoolean(3),
                                    set.getObject(4, OffsetDateTime.class).toInstant(),
                                    set.getObject(5, UUID.class),
                                    set.getString(6)));
                }
            }
        }
        return rows;
    }

    void write(Map<String, UUID> on, Map<String, UUID> off, ModuleSet set, Cause cause, @Nullable String reason)
            throws SQLException {
        wishes(on, "enabled", set.revision(), reason);
        wishes(off, "disabled", set.revision(), reason);
        String sql = "insert into platform.module_set_revisions"
                + " (organization_id, id, revision, modules, added, removed, cause, changed_by, reason, created_by, updated_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        UUID user = Call.user().orElse(null);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, organization);
            statement.setObject(2, Ids.next());
            statement.setLong(3, set.revision());
            statement.setArray(4, names(set.modules()));
            statement.setArray(5, names(on.keySet()));
            statement.setArray(6, names(off.keySet()));
            statement.setString(7, cause.name().toLowerCase(Locale.ROOT));
            statement.setObject(8, user);
            statement.setString(9, reason);
            statement.setObject(10, user);
            statement.setObject(11, user);
            statement.executeUpdate();
        }
    }

    private void wishes(Map<String, UUID> ids, String wish, long revision, @Nullable String reason)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String gone = wish.equals("disabled") ? "now()" : "null";
        String purge = wish.equals("disabled") ? "current_date + " + RETENTION_DAYS : "null";
        String sql = "insert into platform.organization_modules as m"
                + " (organization_id, id, module, wish, state, since, changed_by, reason, revision, disabled_at,"
                + " purge_after, created_by, updated_by)"
                + " values (?, ?, ?, ?, ?, now(), ?, ?, ?, " + gone + ", " + purge + ", ?, ?)"
                + " on conflict (organization_id, module) do update set wish = excluded.wish, state = excluded.state,"
                + " state_reason = null, since = excluded.since, changed_by = excluded.changed_by,"
                + " reason = excluded.reason, revision = excluded.revision, disabled_at = excluded.disabled_at,"
                + " purge_after = excluded.purge_after, updated_by = excluded.updated_by, updated_at = now(),"
                + " version = m.version + 1";
        UUID user = Call.user().orElse(null);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map.Entry<String, UUID> module : ids.entrySet()) {
                statement.setObject(1, organization);
                statement.setObject(2, module.getValue());
                statement.setString(3, module.getKey());
                statement.setString(4, wish);
                statement.setString(5, wish);
                statement.setObject(6, user);
                statement.setString(7, reason);
                statement.setLong(8, revision);
                statement.setObject(9, user);
                statement.setObject(10, user);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private java.sql.Array names(Collection<String> names) throws SQLException {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(null);
        return connection.createArrayOf("text", sorted.toArray());
    }
}
