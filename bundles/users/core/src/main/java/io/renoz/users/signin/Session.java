package io.renoz.users.signin;

import io.renoz.data.Request;
import io.renoz.data.Secret;
import io.renoz.data.entity.TenantRecord;
import io.renoz.users.api.Authentication.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A signed-in device. */
@Entity
@Table(schema = "users", name = "user_sessions")
class Session extends TenantRecord {

    /** USR-06: how long a session lives without use, and at most. */
    record Life(Duration idle, Duration most) {

        private static final Life REMEMBERED = new Life(Duration.ofDays(30), Duration.ofDays(90));

        static Life of(boolean remembered, int idleHours, int mostDays) {
            return remembered ? REMEMBERED : new Life(Duration.ofHours(idleHours), Duration.ofDays(mostDays));
        }
    }

    UUID userId;

    @Secret
    String sessionTokenHash;

    @Nullable
    String userAgent;

    @Column(columnDefinition = "inet")
    @Nullable
    String ipAddress;

    @Nullable
    String device;

    Device.Type deviceType;

    @Nullable
    String browser;

    boolean rememberMe;
    Instant lastActiveAt;
    Instant idleExpiresAt;
    Instant expiresAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Reason endReason;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Session() {}

    Session(UUID userId, String tokenHash, boolean rememberMe, Life life, Request request, Instant now) {
        this.userId = userId;
        sessionTokenHash = tokenHash;
        this.rememberMe = rememberMe;
        userAgent = request.userAgent().orElse(null);
        ipAddress = request.address().orElse(null);
        Device seen = Device.of(request.userAgent().orElse(""));
        device = seen.name();
        deviceType = seen.type();
        browser = seen.browser();
        lastActiveAt = now;
        expiresAt = now.plus(life.most());
        idleExpiresAt = now.plus(life.idle()).isAfter(expiresAt) ? expiresAt : now.plus(life.idle());
    }

    /** Ends it, unless it has ended already. */
    boolean end(Reason reason, Instant now) {
        if (endedAt != null) {
            return false;
        }
        endedAt = now;
        endReason = reason;
        return true;
    }
}
