package io.renoz.users.notification;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.users.api.NotificationPriority;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Something one user was told. */
@Entity
@Table(schema = "users", name = "notifications")
class Notification extends TenantRecord {

    private static final int REASON = 500;
    private static final int NAME = 255;

    UUID userId;
    NotificationType type;
    NotificationPriority priority;
    String module;
    String title;
    String message;

    @Nullable
    String entityType;

    @Nullable
    UUID entityId;

    @Nullable
    String entityName;

    @Nullable
    String actionUrl;

    @Nullable
    String dedupeKey;

    @Nullable
    UUID onBehalfOf;

    NotificationStatus status = NotificationStatus.PENDING;

    @Nullable
    Instant sentAt;

    @Nullable
    Instant readAt;

    @Nullable
    Instant dismissedAt;

    @Nullable
    Instant emailSentAt;

    @Nullable
    String failureReason;

    @Nullable
    Json data;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Notification() {}

    Notification(UUID userId, NotificationRequest request, @Nullable UUID onBehalfOf) {
        this.userId = userId;
        this.onBehalfOf = onBehalfOf;
        type = request.type();
        priority = request.priority();
        module = request.module();
        title = request.title();
        message = request.message();
        entityType = request.entity().map(NotificationRequest.Entity::type).orElse(null);
        entityId = request.entity().map(NotificationRequest.Entity::id).orElse(null);
        entityName = request.entity()
                .map(NotificationRequest.Entity::name)
                .map(name -> shortened(name, NAME))
                .orElse(null);
        actionUrl = request.actionUrl().orElse(null);
        dedupeKey = request.dedupeKey().orElse(null);
    }

    /** When its user was told; null until it is stored. */
    @Nullable
    Instant told() {
        return createdAt();
    }

    boolean urgent() {
        return priority == NotificationPriority.URGENT;
    }

    /** Handed to the mailer; or, without a moment of mailing, shown under the bell alone. */
    void sent(Instant now, boolean mailed) {
        status = NotificationStatus.SENT;
        sentAt = now;
        emailSentAt = mailed ? now : null;
    }

    void failed(String reason) {
        status = NotificationStatus.FAILED;
        failureReason = shortened(reason, REASON);
    }

    /** Twice is once. */
    void read(Instant now) {
        requireShown();
        if (status != NotificationStatus.READ) {
            status = NotificationStatus.READ;
            readAt = now;
        }
    }

    /** What was not read stays as it is. */
    void unread(Instant now) {
        requireShown();
        if (status == NotificationStatus.READ) {
            status = NotificationStatus.SENT;
            readAt = null;
            sentAt = sentAt == null ? now : sentAt;
        }
    }

    void dismiss(Instant now) {
        requireShown();
        status = NotificationStatus.DISMISSED;
        dismissedAt = now;
    }

    private void requireShown() {
        if (status == NotificationStatus.DISMISSED) {
            throw Problem.transition("The notification has been dismissed.");
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
