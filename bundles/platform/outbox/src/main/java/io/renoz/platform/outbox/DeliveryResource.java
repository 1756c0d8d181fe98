package io.renoz.platform.outbox;

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

/** {@code /api/v1/operator/event-deliveries}: what is on its way to listeners, and what did not arrive. */
@Component(service = Resource.class)
@OperatorPlane
@Path("event-deliveries")
public final class DeliveryResource implements Resource {

    /** How a delivery stands. */
    enum State {
        PENDING,
        PROCESSING,
        DELIVERED,
        FAILED
    }

    private static final String COLUMNS = "id, version, organization_id, event_id, listener, state, attempt_count,"
            + " next_attempt_at, last_error, delivered_at, created_at";
    private static final SqlList DELIVERIES = SqlList.of(COLUMNS, "platform.event_deliveries")
            .filter("state", "state", State.class)
            .filter("listener", "listener", "text")
            .filter("organizationId", "organization_id", "uuid")
            .sort("nextAttemptAt", "next_attempt_at", "timestamptz");

    private final Databases databases;
    private final Waking waking;

    @Activate
    public DeliveryResource(@Reference Databases databases, @Reference Waking waking) {
        this.databases = databases;
        this.waking = waking;
    }

    /** One event on its way to one listener. */
    public record View(
            UUID id,
            int version,
            UUID organizationId,
            UUID eventId,
            String listener,

            @Summary("pending, processing, delivered or failed")
            String state,

            int attemptCount,
            Instant nextAttemptAt,
            @Nullable String lastError,
            @Nullable Instant deliveredAt,
            Instant createdAt)
            implements Versioned {}

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", DELIVERIES.offer());
    }

    @GET
    @Summary("Events on their way to listeners")
    public Page<View> list(@Context ListQuery query) {
        try (Connection connection = databases.platform().getConnection()) {
            return DELIVERIES.read(connection, query, DeliveryResource::view);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @POST
    @Path("{id}/retry")
    @Summary("Puts a failed delivery back, with all its attempts")
    @Answers("invalid-transition")
    public View retry(@PathParam("id") UUID id) {
        String sql =
                "update platform.event_deliveries set state = 'pending', attempt_count = 0, next_attempt_at = now(),"
                        + " updated_at = now(), version = version + 1 where id = ? and state = 'failed' returning "
                        + COLUMNS;
        try (Connection connection = databases.platform().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw refusal(connection, id);
                }
                View view = view(row);
                waking.wake();
                return view;
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static Problem refusal(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select state from platform.event_deliveries where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Problem.transition(
                                "Only a failed delivery is tried again; this one is " + row.getString(1) + ".")
                        : Problem.notFound("delivery");
            }
        }
    }

    private static View view(ResultSet row) throws SQLException {
        OffsetDateTime delivered = row.getObject("delivered_at", OffsetDateTime.class);
        return new View(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("listener"),
                row.getString("state"),
                row.getInt("attempt_count"),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                row.getString("last_error"),
                delivered == null ? null : delivered.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("The deliveries could not be read or written", e);
    }
}
