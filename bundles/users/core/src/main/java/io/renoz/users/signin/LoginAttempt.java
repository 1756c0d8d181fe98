package io.renoz.users.signin;

import io.renoz.data.Request;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One try to sign in. It counts as failed from its beginning, so that many at once cannot all be the first. */
@Entity
@Table(schema = "users", name = "login_attempts")
public class LoginAttempt extends TenantRecord {

    /** How it ended. */
    public enum Outcome {
        SUCCESS,
        BAD_CREDENTIALS,
        LOCKED,
        MFA_REQUIRED,
        MFA_FAILED,
        NOT_ACTIVE
    }

    @Nullable
    UUID userId;

    String email;

    @Column(columnDefinition = "inet")
    @Nullable
    String ipAddress;

    @Nullable
    String userAgent;

    Outcome outcome;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected LoginAttempt() {}

    LoginAttempt(@Nullable UUID userId, String email, Request request, Outcome outcome) {
        this.userId = userId;
        this.email = email;
        ipAddress = request.address().orElse(null);
        userAgent = request.userAgent().orElse(null);
        this.outcome = outcome;
    }

    Optional<Instant> at() {
        return Optional.ofNullable(createdAt());
    }
}
