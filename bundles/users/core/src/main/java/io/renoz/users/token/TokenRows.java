package io.renoz.users.token;

import io.renoz.data.Call;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The SQL of bearer tokens: one statement for all that a request needs to know of its caller. */
final class TokenRows {

    /** Whether the user is admin, and what the user's roles permit. */
    private static final String MAY = ", exists (select from users.user_roles g join users.roles r"
            + " on r.organization_id = g.organization_id and r.id = g.role_id"
            + " where g.organization_id = u.organization_id and g.user_id = u.id and r.key = 'admin' and r.is_system),"
            + " array(select distinct p.permission from users.user_roles g join users.role_permissions p"
            + " on p.organization_id = g.organization_id and p.role_id = g.role_id"
            + " where g.organization_id = u.organization_id and g.user_id = u.id)";

    private static final String WHO = ", u.id, u.name" + MAY;

    /** Whether somebody lends the user all they may do, now or later. */
    private static final String STANDS_IN = ", exists (select from users.user_delegations d"
            + " where d.organization_id = u.organization_id and d.delegate_id = u.id and d.scope = 'full'"
            + " and d.is_active and d.deleted_at is null)";

    /** USR-07: staff without a second factor. */
    private static final String BARE = ", u.type = 'staff' and not exists (select from users.user_mfa_factors f"
            + " where f.organization_id = u.organization_id and f.user_id = u.id and f.verified_at is not null)";

    private static final String USER =
            " join users.users u on u.organization_id = t.organization_id and u.id = t.user_id"
                    + " and u.status = 'active' and u.deleted_at is null";

    private static final String SESSION =
            "select t.id, least(t.idle_expires_at, t.expires_at), cast('{}' as text[]), cast('{}' as text[])" + WHO
                    + STANDS_IN + BARE + " from users.user_sessions t" + USER
                    + " where t.organization_id = ? and t.session_token_hash = ? and t.ended_at is null"
                    + " and t.idle_expires_at > ? and t.expires_at > ?";

    private static final String TOKEN = "select t.id, coalesce(t.expires_at, timestamptz '9999-01-01'), t.scopes,"
            + " coalesce(t.allowed_ips, '{}')" + WHO + ", false" + BARE
            + " from users.api_tokens t" + USER
            + " where t.organization_id = ? and t.hashed_token = ? and t.revoked_at is null"
            + " and (t.expires_at is null or t.expires_at > ?)";

    private static final String LENT = "select u.id, d.start_date, d.end_date"
            + MAY
            + " from users.user_delegations d"
            + " join users.users u on u.organization_id = d.organization_id and u.id = d.delegator_id"
            + " and u.status = 'active' and u.deleted_at is null"
            + " where d.organization_id = ? and d.delegate_id = ? and d.scope = 'full'"
            + " and d.is_active and d.deleted_at is null and d.end_date > ? order by d.start_date";

    private static final String SESSION_USED = "update users.user_sessions set last_active_at = ?,"
            + " idle_expires_at = least(expires_at, case when remember_me then cast(? as timestamptz) else ? end)"
            + " where organization_id = ? and id = ? and ended_at is null";

    private static final String TOKEN_USED =
            "update users.api_tokens set last_used_at = ?, last_used_ip = cast(? as inet)"
                    + " where organization_id = ? and id = ?"
                    + " and (last_used_at is null or last_used_at <= cast(? as timestamptz) - interval '1 minute')";

    private static final String USER_SEEN =
            "update users.users set last_active_at = ? where organization_id = ? and id = ?";

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final DataSource database;

    TokenRows(DataSource database) {
        this.database = database;
    }

    /**
     * What a good token leads to.
     *
     * @param id of the session or token
     * @param admin has every permission
     * @param bare staff without a second factor
     */
    record Found(
            UUID id,
            Instant expires,
            Set<String> scopes,
            Set<String> addresses,
            UUID user,
            String name,
            boolean admin,
            Set<String> permissions,
            boolean standsIn,
            boolean bare) {}

    /**
     * What somebody lends, or will.
     *
     * @param admin lends every permission that can be lent
     */
    record Loan(UUID lender, Instant from, Instant until, boolean admin, Set<String> permissions) {}

    Optional<Found> find(BearerToken token, Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(token.session() ? SESSION : TOKEN)) {
            select.setObject(1, token.organization());
            select.setString(2, token.hash());
            select.setObject(3, now);
            if (token.session()) {
                select.setObject(4, now);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(found(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                texts(row.getArray(3)),
                texts(row.getArray(4)),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getBoolean(7),
                texts(row.getArray(8)),
                row.getBoolean(9),
                row.getBoolean(10));
    }

    /** What others lend a user in full, now or later. */
    List<Loan> loans(UUID organization, UUID user, Instant at) {
        var loans = new ArrayList<Loan>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LENT)) {
            select.setObject(1, organization);
            select.setObject(2, user);
            select.setObject(3, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    loans.add(new Loan(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getBoolean(4),
                            texts(row.getArray(5))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return loans;
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    /** USR-06: use puts off the end that comes without it. */
    void sessionUsed(UUID session, Instant now, Duration idle) {
        update(
                SESSION_USED,
                now.atOffset(ZoneOffset.UTC),
                now.plus(REMEMBERED).atOffset(ZoneOffset.UTC),
                now.plus(idle).atOffset(ZoneOffset.UTC),
                Call.tenant(),
                session);
    }

    /** USR-18: at most once a minute, whichever node it is used on. */
    void tokenUsed(UUID token, Instant now, Optional<String> address) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        update(TOKEN_USED, at, address.orElse(null), Call.tenant(), token, at);
    }

    void userSeen(UUID user, Instant now) {
        update(USER_SEEN, now.atOffset(ZoneOffset.UTC), Call.tenant(), user);
    }

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
