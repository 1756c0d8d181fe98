package io.renoz.users.notification;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.users.api.NotificationPriority;
import io.renoz.users.api.NotificationType;
import io.renoz.users.notification.NotificationResource.View;
import io.renoz.users.user.User;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Query;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/notifications}: one's own. */
@Component
@Path("notifications")
@Allow(Allow.SIGNED_IN)
public final class NotificationResource implements Reads<View> {

    private static final String UNREAD = "(e.status in (io.renoz.users.notification.NotificationStatus.PENDING,"
            + " io.renoz.users.notification.NotificationStatus.SENT, io.renoz.users.notification.NotificationStatus.FAILED))";

    private static final String READ_ALL =
            "update users.notifications set status = 'read', read_at = ?1, updated_at = ?1, version = version + 1"
                    + " where organization_id = ?2 and user_id = ?3 and status in ('pending', 'sent', 'failed')";

    /** One of them. */
    public record View(
            UUID id,
            int version,
            NotificationType type,
            NotificationPriority priority,
            String module,
            String title,
            String message,
            @Nullable String entityType,
            @Nullable UUID entityId,
            @Nullable String entityName,
            @Nullable String actionUrl,
            @Nullable UUID onBehalfOf,
            NotificationStatus status,
            @Nullable Instant sentAt,
            @Nullable Instant readAt,
            @Nullable Instant dismissedAt,
            @Nullable Instant emailSentAt,
            @Nullable String failureReason,
            @Nullable Json data,
            @Nullable Instant createdAt)
            implements Versioned {

        static View of(Notification notification) {
            return new View(
                    notification.id(),
                    notification.version(),
                    notification.type,
                    notification.priority,
                    notification.module,
                    notification.title,
                    notification.message,
                    notification.entityType,
                    notification.entityId,
                    notification.entityName,
                    notification.actionUrl,
                    notification.onBehalfOf,
                    notification.status,
                    notification.sentAt,
                    notification.readAt,
                    notification.dismissedAt,
                    notification.emailSentAt,
                    notification.failureReason,
                    notification.data,
                    notification.told());
        }
    }

    /**
     * Whether it is to be read from now on.
     *
     * @param read yes when left out
     */
    public record Reading(@Nullable Boolean read) {

        public Reading {
            read = read == null || read;
        }
    }

    /** Up to when; all of them when left out. */
    public record Until(@Nullable Instant until) {}

    /** How many. */
    public record Count(int count) {}

    private final Rows<Notification, Void, View> all;
    private final Rows<Notification, Void, View> shown;
    private final Tables tables;
    private final Clock clock;

    @Activate
    public NotificationResource(@Reference(target = "(domain=users)") Tables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
        Table<Notification> table = tables.of(Notification.class)
                .filter("status", "type")
                .filter("unread", Boolean.class, unread -> "case when " + UNREAD + " then true else false end = :value")
                .within("userId", User.class)
                .sort("-createdAt");
        all = table.viewed(View.class, View::of);
        shown = table.only("e.status <> io.renoz.users.notification.NotificationStatus.DISMISSED")
                .viewed(View.class, View::of);
    }

    @Override
    public Rows<Notification, Void, View> records() {
        return all;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Summary(
            "The caller's notifications, the newest first; counts tells how many are unread. Dismissed ones only by status.")
    public Page<View> list(ListQuery query) {
        boolean byStatus = query.filters().keySet().stream().anyMatch(filter -> filter.startsWith("status"));
        return (byStatus ? all : shown).within(me()).list(query).counting("unread", unread());
    }

    private long unread() {
        return tables.entities()
                .createQuery("select count(e) from Notification e where e.userId = :user and " + UNREAD, Long.class)
                .setParameter("user", me())
                .getSingleResult();
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        return all.within(me()).get(id);
    }

    @POST
    @Path("{id}/read")
    @Answers("invalid-transition")
    @Summary("Marks a notification as read, or with read=false as unread.")
    public View read(@PathParam("id") UUID id, Reading reading) {
        boolean read = !Boolean.FALSE.equals(reading.read());
        return all.within(me()).change(id, notification -> {
            if (read) {
                notification.read(clock.instant());
            } else {
                notification.unread(clock.instant());
            }
        });
    }

    @POST
    @Path("{id}/dismiss")
    @Answers("invalid-transition")
    @Summary("Takes a notification out of the list.")
    public View dismiss(@PathParam("id") UUID id) {
        return all.within(me()).change(id, notification -> notification.dismiss(clock.instant()));
    }

    /** In one statement, however many there are. */
    @POST
    @Path("read-all")
    @Summary("Marks all unread notifications as read, up to a given moment; answers how many.")
    public Count readAll(Until moment) {
        Instant until = moment.until();
        Query update = tables.entities()
                .createNativeQuery(until == null ? READ_ALL : READ_ALL + " and created_at <= ?4")
                .setParameter(1, Timestamp.from(clock.instant()))
                .setParameter(2, Call.tenant())
                .setParameter(3, me());
        if (until != null) {
            update.setParameter(4, Timestamp.from(until));
        }
        return new Count(update.executeUpdate());
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
