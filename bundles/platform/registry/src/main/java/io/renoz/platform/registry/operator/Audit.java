package io.renoz.platform.registry.operator;

import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.kernel.SqlList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code platform.operator_audit}. */
@Component(service = Audit.class)
public final class Audit {

    static final SqlList ENTRIES = SqlList.of(
                    "token_name, act, organization, details::text, request_id, created_at", "platform.operator_audit")
            .filter("act", "act", "text")
            .filter("organization", "organization", "uuid")
            .filter("createdAt", "created_at", "timestamptz")
            .sort("-createdAt", "created_at", "timestamptz");
    private static final int ACT_LENGTH = 100;

    private final Databases databases;

    @Activate
    public Audit(@Reference Databases databases) {
        this.databases = databases;
    }

    /** What somebody did. */
    public record Entry(
            UUID id,
            String tokenName,
            String act,
            @Nullable UUID organization,
            @Nullable Json details,
            @Nullable String requestId,
            Instant createdAt) {}

    /** Writes what was done by another way than the API, which writes its own. */
    public void write(String who, String act, @Nullable UUID organization, Map<String, Object> details) {
        String sql = "insert into platform.operator_audit (id, token_name, act, organization, details, request_id)"
                + " values (?, ?, ?, ?, ?::jsonb, null)";
        try (Connection connection = databases.platform().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Ids.next());
            statement.setString(2, cut(who, ACT_LENGTH));
            statement.setString(3, cut(act, ACT_LENGTH));
            statement.setObject(4, organization);
            statement.setString(5, details.isEmpty() ? null : JsonText.of(details));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The operator audit could not be written", e);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The newest first. */
    public Page<Entry> list(ListQuery query) {
        try (Connection connection = databases.platform().getConnection()) {
            return ENTRIES.read(connection, query, Audit::entry);
        } catch (SQLException e) {
            throw new IllegalStateException("The operator audit could not be read", e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String details = row.getString("details");
        return new Entry(
                row.getObject("cursor_id", UUID.class),
                row.getString("token_name"),
                row.getString("act"),
                row.getObject("organization", UUID.class),
                details == null ? null : new Json(details),
                row.getString("request_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
