package io.renoz.platform.mail;

import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Versioned;
import io.renoz.kernel.SqlList;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/mails}: what is on its way to the mail server, and what it did not take. Bodies are never shown. */
@Component(service = Resource.class)
@OperatorPlane
@Path("mails")
public final class MailResource implements Resource {

    /** How a mail stands; one that was handed over is gone. */
    enum State {
        PENDING,
        SENDING,
        FAILED
    }

    private static final String COLUMNS = "id, version, organization_id, recipient, subject, state, attempt_count,"
            + " next_attempt_at, last_error, created_at";
    private static final SqlList MAILS = SqlList.of(COLUMNS, "platform.mail_queue")
            .filter("state", "state", State.class)
            .filter("organizationId", "organization_id", "uuid")
            .filter("recipient", "recipient", "text")
            .sort("nextAttemptAt", "next_attempt_at", "timestamptz");

    private final Databases databases;
    private final PostOffice office;

    @Activate
    public MailResource(@Reference Databases databases, @Reference PostOffice office) {
        this.databases = databases;
        this.office = office;
    }

    /** A mail on its way. */
    public record View(
            UUID id,
            int version,
            UUID organizationId,
            String recipient,
            String subject,

            @Summary("pending, sending or failed") String state,

            int attemptCount,
            Instant nextAttemptAt,
            @Nullable String lastError,
            Instant createdAt)
            implements Versioned {}

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", MAILS.offer());
    }

    @GET
    @Summary("Mails that were not handed over yet, and those that could not be")
    public Page<View> list(@Context ListQuery query) {
        try (Connection connection = databases.platform().getConnection()) {
            return MAILS.read(connection, query, MailResource::view);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @POST
    @Path("{id}/retry")
    @Summary("Puts a failed mail back, with all its attempts")
    @Answers("invalid-transition")
    public View retry(@PathParam("id") UUID id) {
        String sql = "update platform.mail_queue set state = 'pending', attempt_count = 0, next_attempt_at = now(),"
                + " updated_at = now(), version = version + 1 where id = ? and state = 'failed' returning " + COLUMNS;
        try (Connection connection = databases.platform().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw refusal(connection, id);
                }
                View view = view(row);
                office.wake();
                return view;
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static Problem refusal(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select state from platform.mail_queue where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Problem.transition("Only a failed mail is tried again; this one is " + row.getString(1) + ".")
                        : Problem.notFound("mail");
            }
        }
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization_id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("state"),
                row.getInt("attempt_count"),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("The mails could not be read or written", e);
    }
}
