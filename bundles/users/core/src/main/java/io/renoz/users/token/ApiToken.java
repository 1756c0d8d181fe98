package io.renoz.users.token;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Secret;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A secret for a program, which acts as a user. The row outlives its revocation, for entries of the audit log. */
@Entity
@Table(schema = "users", name = "api_tokens")
@Audited(type = "api_token", name = "name", parent = "userId", parentType = "user", security = true)
class ApiToken extends TenantRecord {

    String name;
    UUID userId;

    @Secret
    String hashedToken;

    String tokenPrefix;
    String[] scopes;
    String @Nullable [] allowedIps;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant lastUsedAt;

    @Column(columnDefinition = "inet")
    @Nullable
    String lastUsedIp;

    @Nullable
    Instant revokedAt;

    @Nullable
    UUID revokedBy;

    @Nullable
    String revokedReason;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected ApiToken() {}

    ApiToken(
            String name,
            UUID userId,
            BearerToken token,
            Collection<String> scopes,
            Collection<String> allowedIps,
            @Nullable Instant expiresAt) {
        this.name = name;
        this.userId = userId;
        hashedToken = token.hash();
        tokenPrefix = token.shown();
        this.scopes = scopes.toArray(String[]::new);
        this.allowedIps = allowedIps.isEmpty() ? null : allowedIps.toArray(String[]::new);
        this.expiresAt = expiresAt;
    }

    void revoke(String reason, Instant now) {
        if (revokedAt != null) {
            throw Problem.transition("The token has been revoked already.");
        }
        revokedAt = now;
        revokedBy = Call.user().orElse(null);
        revokedReason = reason;
    }
}
