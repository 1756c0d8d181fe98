package io.renoz.users.mfa;

import io.renoz.data.Audited;
import io.renoz.data.Secret;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** USR-07: an authenticator of a user. Until one code of it was right it counts for nothing. */
@Entity
@Table(schema = "users", name = "user_mfa_factors")
@Audited(type = "user_mfa_factor", name = "name", parent = "userId", parentType = "user", security = true)
class MfaFactor extends TenantRecord {

    /** Kinds of factors. */
    enum FactorType {
        TOTP
    }

    UUID userId;
    FactorType factorType = FactorType.TOTP;
    String name;

    @Secret
    String secretEncrypted;

    @Nullable
    Instant verifiedAt;

    @Nullable
    Instant lastUsedAt;

    @Nullable
    Long lastUsedStep;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected MfaFactor() {}

    @SuppressWarnings("NullAway.Init") // what it is sealed with names its id
    MfaFactor(UUID userId, String name) {
        this.userId = userId;
        this.name = name;
    }

    @Nullable
    Instant made() {
        return createdAt();
    }

    boolean verified() {
        return verifiedAt != null;
    }

    /** What its secret is sealed for. */
    String purpose() {
        return "users.mfa:" + id();
    }

    /** The latest step whose code was taken; none of it or before it is taken again. */
    long lastStep() {
        return lastUsedStep == null ? Long.MIN_VALUE : lastUsedStep;
    }

    void used(long step, Instant now) {
        lastUsedStep = step;
        lastUsedAt = now;
    }
}
