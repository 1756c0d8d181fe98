package io.renoz.platform.rest.caller;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what operators do, before they do it: an act that cannot be written down does not happen. */
final class OperatorAudit {

    private static final Logger log = LoggerFactory.getLogger(OperatorAudit.class);
    private static final int ACT_LENGTH = 100;

    private final Databases databases;

    OperatorAudit(Databases databases) {
        this.databases = databases;
    }

    /** Writes an act of the request {@code request} at {@code path}. */
    void write(String token, String act, Optional<UUID> organization, String path, UUID request) {
        try (Connection connection = databases.platform().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into platform.operator_audit (id, token_name, act, organization, details, request_id)"
                                + " values (?, ?, ?, ?, ?::jsonb, ?)")) {
            insert.setObject(1, Ids.next());
            insert.setString(2, token);
            insert.setString(3, act.length() > ACT_LENGTH ? act.substring(0, ACT_LENGTH) : act);
            insert.setObject(4, organization.orElse(null), Types.OTHER);
            insert.setString(
                    5,
                    "{\"path\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(path)) + "\"}");
            insert.setString(6, request.toString());
            insert.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            log.error("{} by {} is refused, because it cannot be written to the audit", act, token, e);
            throw Problem.of("unavailable", "The act cannot be written to the audit, so it was not done.");
        }
    }
}
