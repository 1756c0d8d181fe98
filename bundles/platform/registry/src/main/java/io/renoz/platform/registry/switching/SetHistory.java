package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.kernel.SqlList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads every set that an organization ever had. */
@Component(service = SetHistory.class)
public final class SetHistory {

    static final SqlList REVISIONS = SqlList.of(
                    "revision, modules, added, removed, cause, changed_by, reason, created_at",
                    "platform.module_set_revisions")
            .sort("-revision", "revision", "bigint");

    private final Databases databases;

    @Activate
    public SetHistory(@Reference Databases databases) {
        this.databases = databases;
    }

    /** A set, and what made it. */
    public record Revision(
            long revision,
            List<String> modules,
            List<String> added,
            List<String> removed,
            String cause,
            @Nullable UUID changedBy,
            @Nullable String reason,
            Instant createdAt) {}

    Page<Revision> list(ListQuery query) {
        try (Connection connection = databases.module("platform").getConnection()) {
            return REVISIONS.where("organization_id = ?", Call.tenant()).read(connection, query, SetHistory::revision);
        } catch (SQLException e) {
            throw new IllegalStateException("The history of the module set could not be read", e);
        }
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong("revision"),
                names(row, "modules"),
                names(row, "added"),
                names(row, "removed"),
                row.getString("cause"),
                row.getObject("changed_by", UUID.class),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
