package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Versioned;
import io.renoz.users.api.Authentication.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in device.
 *
 * @param current it is the one that asks
 */
public record SessionView(
        UUID id,
        int version,
        UUID userId,
        @Nullable String device,
        Device.Type deviceType,
        @Nullable String browser,
        @Nullable String userAgent,
        @Nullable String ipAddress,
        boolean rememberMe,
        Instant lastActiveAt,
        Instant idleExpiresAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Reason endReason,
        boolean current)
        implements Versioned {

    static SessionView of(Session session) {
        boolean current = session.id().equals(Call.current().actor().session());
        return new SessionView(
                session.id(),
                session.version(),
                session.userId,
                session.device,
                session.deviceType,
                session.browser,
                session.userAgent,
                session.ipAddress,
                session.rememberMe,
                session.lastActiveAt,
                session.idleExpiresAt,
                session.expiresAt,
                session.endedAt,
                session.endReason,
                current);
    }
}
