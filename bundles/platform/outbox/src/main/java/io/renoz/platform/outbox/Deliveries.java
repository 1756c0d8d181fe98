package io.renoz.platform.outbox;

import io.renoz.event.DomainEvent;
import io.renoz.event.Occurrence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** {@code platform.event_deliveries}, as the kernel works on it. */
final class Deliveries {

    /**
     * The first undelivered event of each aggregate and listener; what failed twelve times no longer holds back the others. A
     * claim that has run out belongs to a node that died.
     */
    private static final String CLAIM = """
            with due as (
              select d.organization_id, d.id
                from platform.event_deliveries d
                join platform.event_outbox e on e.organization_id = d.organization_id and e.id = d.event_id
               where d.state in ('pending', 'processing') and d.next_attempt_at <= now()
                 and (d.state = 'pending' or d.claimed_until < now())
                 and d.listener = any (?)
                 and not exists (
                   select from platform.event_outbox f
                     join platform.event_deliveries b on b.organization_id = f.organization_id and b.event_id = f.id
                    where f.organization_id = e.organization_id and f.aggregate_type = e.aggregate_type
                      and f.aggregate_id = e.aggregate_id and f.sequence < e.sequence
                      and b.listener = d.listener and b.state in ('pending', 'processing'))
               order by d.next_attempt_at, e.sequence limit ?
                 for update of d skip locked)
            update platform.event_deliveries d
               set state = 'processing', attempt_count = d.attempt_count + 1, claimed_by = ?,
                   claimed_until = now() + interval '5 minutes', updated_at = now(), version = d.version + 1
              from due, platform.event_outbox e
             where d.organization_id = due.organization_id and d.id = due.id
               and e.organization_id = d.organization_id and e.id = d.event_id
            returning d.organization_id, d.id, d.listener, d.attempt_count, e.request_id, e.event, e.aggregate_type,
                   e.aggregate_id, e.payload::text, e.id, e.occurred_at
            """;

    private static final String OURS =
            " where organization_id = ? and id = ? and state = 'processing' and claimed_by = ? and attempt_count = ?";

    private static final String DELIVERED = "update platform.event_deliveries set state = 'delivered',"
            + " delivered_at = now(), claimed_by = null, claimed_until = null, last_error = null, updated_at = now(),"
            + " version = version + 1" + OURS;

    private static final String FAILED = "update platform.event_deliveries set state = ?, next_attempt_at = now() +"
            + " ? * interval '1 second', last_error = ?, claimed_by = null, claimed_until = null, updated_at = now(),"
            + " version = version + 1" + OURS;

    private static final String POSTPONED = "update platform.event_deliveries set state = 'pending',"
            + " attempt_count = attempt_count - 1, next_attempt_at = now() + interval '1 second', claimed_by = null,"
            + " claimed_until = null, updated_at = now(), version = version + 1" + OURS;

    private static final String DROPPED = "delete from platform.event_deliveries" + OURS;

    /** What a listener missed while nobody knew of it. */
    private static final String MISSED = """
            insert into platform.event_deliveries (organization_id, event_id, listener, next_attempt_at)
            select e.organization_id, e.id, ?, now() from platform.event_outbox e
             where e.occurred_at >= ? and e.event ~ any (?)
               and (? or exists (select from platform.organization_modules m
                                  where m.organization_id = e.organization_id and m.module = ? and m.wish = 'enabled'))
            on conflict (organization_id, event_id, listener) do nothing
            """;

    private static final int ERROR_LENGTH = 2000;

    private final DataSource kernel;
    private final String node;

    Deliveries(DataSource kernel, String node) {
        this.kernel = kernel;
        this.node = node;
    }

    List<Claim> claim(String[] listeners, int limit) throws SQLException {
        var claims = new ArrayList<Claim>();
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setArray(1, connection.createArrayOf("text", listeners));
            statement.setInt(2, limit);
            statement.setString(3, node);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claims.add(read(rows));
                }
            }
        }
        return claims;
    }

    private static Claim read(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, UUID.class),
                new Occurrence(
                        row.getObject(10, UUID.class),
                        row.getObject(11, OffsetDateTime.class).toInstant(),
                        new DomainEvent(
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, UUID.class),
                                Payloads.map(row.getString(9)))));
    }

    /** In the transaction of the handler; returns those that are still ours. */
    List<Claim> delivered(Connection transaction, List<Claim> claims) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(DELIVERED)) {
            int[] updated = all(statement, claims);
            return IntStream.range(0, updated.length)
                    .filter(i -> updated[i] == 1)
                    .mapToObj(claims::get)
                    .toList();
        }
    }

    void failed(Claim claim, String error) throws SQLException {
        boolean last = claim.attempt() >= Retries.MOST;
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setString(1, last ? "failed" : "pending");
            statement.setLong(2, Retries.after(claim.attempt()).toSeconds());
            statement.setString(3, error.length() > ERROR_LENGTH ? error.substring(0, ERROR_LENGTH) : error);
            ours(statement, 3, claim);
            statement.executeUpdate();
        }
    }

    /** Nothing was tried; they wait a second. */
    void postponed(List<Claim> claims) throws SQLException {
        apart(POSTPONED, claims);
    }

    /** Nobody is to hear of them any more. */
    void dropped(List<Claim> claims) throws SQLException {
        apart(DROPPED, claims);
    }

    private void apart(String sql, List<Claim> claims) throws SQLException {
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            all(statement, claims);
        }
    }

    private int[] all(PreparedStatement statement, List<Claim> claims) throws SQLException {
        for (Claim claim : claims) {
            ours(statement, 0, claim);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    private void ours(PreparedStatement statement, int bound, Claim claim) throws SQLException {
        statement.setObject(bound + 1, claim.organization());
        statement.setObject(bound + 2, claim.id());
        statement.setString(bound + 3, node);
        statement.setInt(bound + 4, claim.attempt());
    }

    /** Gives a listener what happened since then in organizations that have its module on. */
    int missed(Listener listener, boolean core, Instant since) throws SQLException {
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(MISSED)) {
            statement.setString(1, listener.name());
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf("text", patterns(listener)));
            statement.setBoolean(4, core);
            statement.setString(5, listener.module());
            return statement.executeUpdate();
        }
    }

    private static Object[] patterns(Listener listener) {
        return listener.events().stream()
                .map(event -> "^" + event.replace(".", "[.]").replace("*", ".*") + "$")
                .toArray();
    }
}
