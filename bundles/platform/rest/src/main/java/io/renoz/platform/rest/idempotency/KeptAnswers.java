package io.renoz.platform.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of answers that are kept for a day; every method works in the current transaction. Thread-safe. */
public final class KeptAnswers {

    private static final ObjectMapper HEADERS = new ObjectMapper(); // of text only, so it may be shared

    private final Databases databases;

    public KeptAnswers(Databases databases) {
        this.databases = databases;
    }

    /** Takes the key's lock until the end of the transaction; false when another request has it. */
    boolean lock(AnswerKey key) throws SQLException {
        try (Connection connection = databases.module("platform").getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, key.lock());
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    Optional<KeptAnswer> find(AnswerKey key) throws SQLException {
        try (Connection connection = databases.module("platform").getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select request_hash, response_status, response_headers::text, response_body #>> '{}'"
                                + " from platform.idempotency_keys where organization_id = ? and actor_id = ?"
                                + " and idempotency_key = ? and expires_at > now()")) {
            select.setObject(1, key.organization());
            select.setObject(2, key.actor());
            select.setString(3, key.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(answer(row)) : Optional.empty();
            }
        }
    }

    private static KeptAnswer answer(ResultSet row) throws SQLException {
        return new KeptAnswer(
                row.getString(1),
                row.getInt(2),
                headers(row.getString(3)),
                row.getString(4) == null ? "" : row.getString(4));
    }

    /**
     * Keeps an answer for 24 hours, in the place of one whose time is over. The body is kept as one JSON string, not as the
     * object it is: jsonb would give back its members in another order, and whoever hashes answers would see another one.
     */
    void keep(AnswerKey key, KeptAnswer answer) throws SQLException {
        try (Connection connection = databases.module("platform").getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into platform.idempotency_keys as k (id, organization_id, actor_id, idempotency_key,"
                                + " request_path, request_hash, state, response_status, response_headers, response_body,"
                                + " expires_at) values (?, ?, ?, ?, ?, ?, 'done', ?, ?::jsonb, to_jsonb(?::text),"
                                + " now() + interval '24 hours') on conflict (organization_id, actor_id, idempotency_key)"
                                + " do update set request_path = excluded.request_path, request_hash ="
                                + " excluded.request_hash, response_status = excluded.response_status, response_headers ="
                                + " excluded.response_headers, response_body = excluded.response_body, expires_at ="
                                + " excluded.expires_at where k.expires_at <= now()")) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, key.organization());
            insert.setObject(3, key.actor());
            insert.setString(4, key.key());
            insert.setString(5, key.path());
            insert.setString(6, key.hash());
            insert.setInt(7, answer.status());
            insert.setString(8, text(answer.headers()));
            insert.setString(9, answer.body().isEmpty() ? null : answer.body());
            insert.executeUpdate();
        }
    }

    private static String text(Map<String, String> headers) {
        try {
            return HEADERS.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(@Nullable String text) {
        try {
            return text == null ? Map.of() : HEADERS.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of a kept answer cannot be read.", e);
        }
    }
}
