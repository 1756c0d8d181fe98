package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.event.Occurrence;
import io.renoz.security.SecretBox;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code settings.webhook_deliveries} as they are worked off; each method in the transaction of the call. */
@Component(service = Queue.class)
public final class Queue {

    /** SET-23: deliveries of one organization that are under way at once. */
    static final int AT_ONCE = 4;

    /** How long somebody has a delivery in hand, longer than any request can take; after that its node is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String MATCHING =
            "select id, event_types from settings.webhook_subscriptions where organization_id = ? and is_active";

    private static final String ADD = "insert into settings.webhook_deliveries (organization_id,"
            + " webhook_subscription_id, event_id, event_type, payload, next_attempt_at)"
            + " values (?, ?, ?, ?, ?::jsonb, now()) on conflict (organization_id, webhook_subscription_id, event_id)"
            + " do nothing";

    /** One node counts what is under way at a time. */
    private static final String WAIT = "select pg_advisory_xact_lock(hashtextextended('webhooks/' || ?, 0))";

    private static final String CLAIM = """
            with due as (
              select d.id from settings.webhook_deliveries d
                join settings.webhook_subscriptions s
                  on s.organization_id = d.organization_id and s.id = d.webhook_subscription_id
               where d.organization_id = ? and d.status in ('pending', 'failed', 'delivering')
                 and d.next_attempt_at <= now() and s.is_active
               order by d.next_attempt_at
               limit (select case when count(*) < ? then 1 else 0 end from settings.webhook_deliveries
                       where organization_id = ? and status = 'delivering' and next_attempt_at > now())
                 for update of d skip locked)
            update settings.webhook_deliveries d
               set status = 'delivering', attempt_count = least(d.attempt_count + 1, ?),
                   next_attempt_at = now() + ? * interval '1 second', updated_at = now(), version = d.version + 1
              from due, settings.webhook_subscriptions s
             where d.organization_id = ? and d.id = due.id
               and s.organization_id = d.organization_id and s.id = d.webhook_subscription_id
            returning d.id, d.attempt_count, s.id, d.event_id, d.event_type, s.target_url, s.secret_encrypted,
                      s.custom_headers::text, d.payload::text
            """;

    private static final String FINISH = "update settings.webhook_deliveries set status = ?, next_attempt_at = ?,"
            + " response_status = ?, response_excerpt = ?, duration_ms = ?, last_error = ?, delivered_at = ?,"
            + " updated_at = now(), version = version + 1"
            + " where organization_id = ? and id = ? and status = 'delivering' and attempt_count = ?";

    /** Not a change that a person has to know of, so the version stays; at most once a second. */
    private static final String REACHED = "update settings.webhook_subscriptions set last_delivered_at = now(),"
            + " consecutive_failures = 0 where organization_id = ? and id = ? and (consecutive_failures > 0"
            + " or last_delivered_at is null or last_delivered_at < now() - interval '1 second')";

    private static final String GAVE_UP = "update settings.webhook_subscriptions set consecutive_failures ="
            + " consecutive_failures + 1 where organization_id = ? and id = ? returning consecutive_failures";

    private static final String NEXT = "select min(d.next_attempt_at) from settings.webhook_deliveries d"
            + " join settings.webhook_subscriptions s"
            + " on s.organization_id = d.organization_id and s.id = d.webhook_subscription_id"
            + " where d.organization_id = ? and d.status in ('pending', 'failed', 'delivering') and s.is_active";

    private static final String FORGET =
            "delete from settings.webhook_deliveries where organization_id = ? and webhook_subscription_id = ?";

    private static final String PRUNE = "delete from settings.webhook_deliveries where organization_id = ? and id in"
            + " (select id from settings.webhook_deliveries where organization_id = ? and created_at < ? limit ?)";

    private final DataSource database;
    private final SecretBox secrets;

    @Activate
    public Queue(
            @Reference(target = "(osgi.jndi.service.name=renoz/settings)") DataSource database,
            @Reference SecretBox secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** A delivery in hand. */
    record Claim(UUID id, int attempt, UUID subscription, Message message) {}

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T statement(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines an event up for the subscriptions that want it; a second time changes nothing. Returns how many there are. */
    int add(Occurrence occurrence) {
        String name = occurrence.event().name();
        Map<UUID, List<String>> wanting = statement(MATCHING, select -> {
            select.setObject(1, Call.tenant());
            var found = new LinkedHashMap<UUID, List<String>>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Array patterns = rows.getArray(2);
                    found.put(rows.getObject(1, UUID.class), List.of((String[]) patterns.getArray()));
                }
            }
            return found;
        });
        wanting.values().removeIf(patterns -> !Subscription.fits(patterns, name));
        if (!wanting.isEmpty()) {
            String body = Bodies.of(occurrence).text();
            statement(ADD, insert -> {
                for (UUID subscription : wanting.keySet()) {
                    insert.setObject(1, Call.tenant());
                    insert.setObject(2, subscription);
                    insert.setObject(3, occurrence.id());
                    insert.setString(4, name);
                    insert.setString(5, body);
                    insert.addBatch();
                }
                return insert.executeBatch();
            });
        }
        return wanting.size();
    }

    /** Takes what has been due the longest, if there is anything and not too much under way. */
    Optional<Claim> claim() {
        UUID organization = Call.tenant();
        statement(WAIT, lock -> {
            lock.setString(1, organization.toString());
            return lock.execute();
        });
        return statement(CLAIM, claim -> {
            claim.setObject(1, organization);
            claim.setInt(2, AT_ONCE);
            claim.setObject(3, organization);
            claim.setInt(4, Retries.MOST);
            claim.setLong(5, LEASE.toSeconds());
            claim.setObject(6, organization);
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? Optional.of(claim(row)) : Optional.empty();
            }
        });
    }

    private Claim claim(ResultSet row) throws SQLException {
        UUID subscription = row.getObject(3, UUID.class);
        SigningSecret secret =
                SigningSecret.of(secrets.open(Call.tenant(), "settings.webhook:" + subscription, row.getString(7)));
        String headers = row.getString(8);
        var message = new Message(
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                secret,
                CustomHeaders.of(headers == null ? null : new Json(headers)),
                new Json(row.getString(9)));
        return new Claim(row.getObject(1, UUID.class), row.getInt(2), subscription, message);
    }

    /** Writes down how it went; false when the delivery was no longer in our hand. */
    boolean finish(Claim claim, Attempt attempt, Delivery.Status status, Optional<Instant> next, Instant now) {
        return statement(FINISH, update -> {
            update.setString(1, status.name().toLowerCase(Locale.ROOT));
            time(update, 2, next);
            update.setObject(3, attempt.status(), Types.INTEGER);
            update.setString(4, attempt.excerpt());
            update.setInt(5, attempt.durationMs());
            update.setString(6, attempt.error());
            time(update, 7, attempt.delivered() ? Optional.of(now) : Optional.empty());
            update.setObject(8, Call.tenant());
            update.setObject(9, claim.id());
            update.setInt(10, claim.attempt());
            return update.executeUpdate() == 1;
        });
    }

    private static void time(PreparedStatement statement, int index, Optional<Instant> time) throws SQLException {
        statement.setObject(
                index, time.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    void reached(UUID subscription) {
        statement(REACHED, update -> {
            update.setObject(1, Call.tenant());
            update.setObject(2, subscription);
            return update.executeUpdate();
        });
    }

    /** Counts an event that was given up; returns how many were in a row. */
    int gaveUp(UUID subscription) {
        return statement(GAVE_UP, update -> {
            update.setObject(1, Call.tenant());
            update.setObject(2, subscription);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    /** When something is due next, in the past when it is due already. */
    Optional<Instant> next() {
        return statement(NEXT, select -> {
            select.setObject(1, Call.tenant());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        });
    }

    /** Deletes the deliveries of a subscription. */
    void forget(UUID subscription) {
        statement(FORGET, delete -> {
            delete.setObject(1, Call.tenant());
            delete.setObject(2, subscription);
            return delete.executeUpdate();
        });
    }

    /** Deletes some of those older than that; returns how many. */
    int prune(Instant before, int most) {
        return statement(PRUNE, delete -> {
            delete.setObject(1, Call.tenant());
            delete.setObject(2, Call.tenant());
            delete.setObject(3, before.atOffset(ZoneOffset.UTC));
            delete.setInt(4, most);
            return delete.executeUpdate();
        });
    }
}
