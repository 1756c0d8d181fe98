package io.renoz.platform.registry.operator;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.kernel.SqlList;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@code platform.operator_tokens}. */
final class TokenRows {

    private static final String COLUMNS = "id, version, name, created_at, expires_at, revoked_at, last_used_at";
    static final SqlList TOKENS = SqlList.of(COLUMNS, "platform.operator_tokens")
            .sort("name", "name", "text")
            .sort("createdAt", "created_at", "timestamptz");
    private static final String LIVE = " revoked_at is null and (expires_at is null or expires_at > now())";
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource kernel;

    TokenRows(DataSource kernel) {
        this.kernel = kernel;
    }

    /** A live token as {@code nameOf} needs it. */
    record Live(UUID id, String name, String hash, boolean unnoted) {}

    Page<TokenView> list(ListQuery query) {
        try (Connection connection = kernel.getConnection()) {
            return TOKENS.read(connection, query, TokenRows::view);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    Optional<Live> live(String hash) {
        String sql = "select id, name, token_hash, last_used_at is null or last_used_at < now() - interval '1 minute'"
                + " from platform.operator_tokens where token_hash = ? and" + LIVE;
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Live(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    void note(UUID id) {
        String sql = "update platform.operator_tokens set last_used_at = now() where id = ?";
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Adds one unless there is one with that hash, good or not; tells whether it did. */
    boolean addOnce(String name, String hash) {
        String sql = "insert into platform.operator_tokens (name, token_hash) values (?, ?) on conflict do nothing";
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, hash);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Adds one. */
    TokenView add(String name, String hash, @Nullable Instant expires) {
        String sql = "insert into platform.operator_tokens (id, name, token_hash, expires_at) values (?, ?, ?, ?)"
                + " returning " + COLUMNS;
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Ids.next());
            statement.setString(2, name);
            statement.setString(3, hash);
            statement.setObject(4, expires == null ? null : expires.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return view(row);
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw Problem.of("duplicate-value", "There is a token of that name already.")
                        .with(List.of(new Problem.FieldError("/name", "There is a token of that name already.")));
            }
            throw broken(e);
        }
    }

    /** Ends a token for good; twice is once. */
    TokenView revoke(UUID id) {
        try (Connection connection = kernel.getConnection()) {
            connection.setAutoCommit(false);
            try {
                refuseLast(connection, id);
                TokenView view = revoked(connection, id);
                connection.commit();
                return view;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** With all live tokens locked, so that two cannot revoke the last two at once. */
    private static void refuseLast(Connection connection, UUID id) throws SQLException {
        String sql = "select id from platform.operator_tokens where" + LIVE + " order by id for update";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            boolean only = rows.next() && id.equals(rows.getObject(1, UUID.class)) && !rows.next();
            if (only) {
                throw Problem.of("last-token", "This is the last token; without it nobody could make another.");
            }
        }
    }

    private static TokenView revoked(Connection connection, UUID id) throws SQLException {
        String sql = "update platform.operator_tokens set revoked_at = coalesce(revoked_at, now()),"
                + " updated_at = now(), version = version + 1 where id = ? returning " + COLUMNS;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("token");
                }
                return view(row);
            }
        }
    }

    private static TokenView view(ResultSet row) throws SQLException {
        return new TokenView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("The operator tokens could not be read or written", e);
    }
}
