package io.renoz.platform.mail;

import io.renoz.security.SecretBox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@code platform.mail_queue}, as the postman works on it. Each statement is a transaction of its own. */
final class Bag {

    /** A claim that has run out belongs to a node that died. */
    private static final String CLAIM = """
            update platform.mail_queue q
               set state = 'sending', attempt_count = q.attempt_count + 1, claimed_by = ?,
                   claimed_until = ?::timestamptz + interval '10 minutes', updated_at = now(), version = q.version + 1
              from (select organization_id, id from platform.mail_queue
                     where state in ('pending', 'sending') and next_attempt_at <= ?::timestamptz
                       and (state = 'pending' or claimed_until < ?::timestamptz)
                     order by next_attempt_at limit ? for update skip locked) due
             where q.organization_id = due.organization_id and q.id = due.id
            returning q.organization_id, q.id, q.recipient, q.content_encrypted, q.attempt_count
            """;

    private static final String OURS =
            " where organization_id = ? and id = ? and state = 'sending' and claimed_by = ? and attempt_count = ?";

    private static final String FAILED =
            "update platform.mail_queue set state = ?, next_attempt_at = ?, last_error = ?,"
                    + " claimed_by = null, claimed_until = null, updated_at = now(), version = version + 1" + OURS;

    private static final String PRUNE =
            "delete from platform.mail_queue where state = 'failed' and updated_at < now() - interval '30 days'";

    private static final int ERROR_LENGTH = 2000;

    private final DataSource kernel;
    private final SecretBox secrets;
    private final Clock clock;
    private final String node;

    Bag(DataSource kernel, SecretBox secrets, Clock clock, String node) {
        this.kernel = kernel;
        this.secrets = secrets;
        this.clock = clock;
        this.node = node;
    }

    /** What the content of a mail is sealed for. */
    static String purpose(UUID mail) {
        return "platform.mail:" + mail;
    }

    List<Claim> claim(int limit) throws SQLException {
        var claims = new ArrayList<Claim>();
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, node);
            statement.setObject(2, now());
            statement.setObject(3, now());
            statement.setObject(4, now());
            statement.setInt(5, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claims.add(new Claim(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getInt(5)));
                }
            }
        }
        return claims;
    }

    Letter open(Claim claim) {
        String content = secrets.open(claim.organization(), purpose(claim.id()), claim.sealed());
        return new Letter(claim.id(), claim.recipient(), content);
    }

    /** Nothing remains of a mail that was handed over. */
    void sent(Claim claim) throws SQLException {
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from platform.mail_queue" + OURS)) {
            execute(statement, 0, claim);
        }
    }

    void failed(Claim claim, String error) throws SQLException {
        Optional<Duration> pause = Retries.after(claim.attempt());
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setString(1, pause.isPresent() ? "pending" : "failed");
            statement.setObject(2, now().plus(pause.orElse(Duration.ZERO)));
            statement.setString(3, error.length() > ERROR_LENGTH ? error.substring(0, ERROR_LENGTH) : error);
            execute(statement, 3, claim);
        }
    }

    /** Removes what failed long ago; its links are of no use to anybody any more. */
    int prune() throws SQLException {
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRUNE)) {
            return statement.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void execute(PreparedStatement statement, int bound, Claim claim) throws SQLException {
        statement.setObject(bound + 1, claim.organization());
        statement.setObject(bound + 2, claim.id());
        statement.setString(bound + 3, node);
        statement.setInt(bound + 4, claim.attempt());
        statement.executeUpdate();
    }
}
