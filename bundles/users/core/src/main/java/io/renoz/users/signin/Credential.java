package io.renoz.users.signin;

import io.renoz.data.Tables;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A user's password hash and the failed tries since the last success; apart from the user, so that no read can carry it. */
@Entity
@Table(schema = "users", name = "user_credentials")
public class Credential extends TenantRecord {

    UUID userId;
    String passwordHash;
    Instant passwordChangedAt;
    boolean mustChange;
    int failedAttempts;

    /** Failures count from this one on. */
    @Nullable
    Instant firstFailedAt;

    @Nullable
    Instant lockedUntil;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Credential() {}

    public Credential(UUID userId, String passwordHash, Instant now) {
        this.userId = userId;
        this.passwordHash = passwordHash;
        passwordChangedAt = now;
    }

    /** A user's, if there is one: machine accounts and those who were only invited have none. */
    public static Optional<Credential> of(Tables tables, UUID user) {
        return tables.findBy(Credential.class, "userId", user);
    }

    /** USR-04: a success, an unlock or a new password clears the count. */
    public void unlock() {
        failedAttempts = 0;
        firstFailedAt = null;
        lockedUntil = null;
    }

    void failed(Instant now, @Nullable Instant locked) {
        failedAttempts++;
        if (firstFailedAt == null) {
            firstFailedAt = now;
        }
        lockedUntil = locked;
    }

    void rehash(String hash) {
        passwordHash = hash;
    }

    /** What is stored of the password. */
    public String hash() {
        return passwordHash;
    }

    /** A right password whose second factor is still to come is neither a success nor a failure. */
    void forgive() {
        failedAttempts = Math.max(0, failedAttempts - 1);
        if (failedAttempts == 0) {
            firstFailedAt = null;
        }
        lockedUntil = null;
    }

    /** USR-04: a new password begins counting anew. */
    public void change(String hash, Instant now) {
        passwordHash = hash;
        passwordChangedAt = now;
        mustChange = false;
        unlock();
    }
}
