package io.renoz.users.api;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Signs people out. Thread-safe. */
@ProviderType
public interface Authentication {

    /** Ends all sessions of a user with the current transaction; returns how many. In force on every node within a second. */
    int endSessions(UUID user, Reason reason);

    /** Why a session ended. */
    enum Reason {
        LOGOUT,
        TERMINATED,
        IDLE,
        EXPIRED,
        PASSWORD_CHANGED,
        USER_BLOCKED,
        ORGANIZATION_CLOSED
    }
}
