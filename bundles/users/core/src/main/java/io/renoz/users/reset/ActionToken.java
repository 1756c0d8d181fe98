package io.renoz.users.reset;

import io.renoz.data.Secret;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A secret that works once: sent by mail, or held while somebody signs in. */
@Entity
@Table(schema = "users", name = "user_action_tokens")
public class ActionToken extends TenantRecord {

    /** What it opens. */
    public enum Purpose {
        PASSWORD_RESET(LinkToken.Kind.PASSWORD_RESET),
        EMAIL_VERIFICATION(LinkToken.Kind.EMAIL_VERIFICATION),
        EMAIL_CHANGE(LinkToken.Kind.EMAIL_VERIFICATION),
        MFA_CHALLENGE(LinkToken.Kind.MFA_CHALLENGE);

        private final LinkToken.Kind kind;

        Purpose(LinkToken.Kind kind) {
            this.kind = kind;
        }

        LinkToken.Kind kind() {
            return kind;
        }
    }

    UUID userId;
    Purpose purpose;

    @Secret
    String tokenHash;

    @Nullable
    String newEmail;

    Instant expiresAt;

    @Nullable
    Instant usedAt;

    int attempts;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected ActionToken() {}

    ActionToken(UUID userId, Purpose purpose, String tokenHash, Instant expiresAt) {
        this.userId = userId;
        this.purpose = purpose;
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }

    public UUID user() {
        return userId;
    }

    /** When it ends by itself. */
    public Instant expires() {
        return expiresAt;
    }

    /** Works once. */
    public void use(Instant now) {
        usedAt = now;
    }

    /** Notes a wrong answer; the one that reaches {@code most} is the last. */
    public void miss(int most, Instant now) {
        attempts++;
        if (attempts >= most) {
            usedAt = now;
        }
    }
}
