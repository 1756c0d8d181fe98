package io.renoz.users.invitation;

import io.renoz.data.Audited;
import io.renoz.data.Secret;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.users.reset.LinkToken;
import io.renoz.users.user.UserType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** USR-12: an offer by mail to join the organization. Its user is there from the first moment, invited. */
@Entity
@Table(schema = "users", name = "user_invitations")
@Audited(type = "user_invitation", name = "email", parent = "userId", parentType = "user", security = true)
class Invitation extends TenantRecord {

    /** How it stands. */
    enum Status {
        PENDING,
        ACCEPTED,
        EXPIRED,
        CANCELLED
    }

    String email;

    @Nullable
    String name;

    UUID roleId;
    UserType userType;
    Status status = Status.PENDING;

    @Secret
    String tokenHash;

    @Nullable
    String personalMessage;

    UUID invitedBy;
    Instant invitedAt;
    Instant expiresAt;

    @Nullable
    Instant acceptedAt;

    UUID userId;
    int sentCount;

    @Nullable
    Instant lastSentAt;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Invitation() {}

    @SuppressWarnings("NullAway.Init") // sent() gives the rest
    Invitation(UUID userId, String email, UUID roleId, UserType userType, UUID invitedBy) {
        this.userId = userId;
        this.email = email;
        this.roleId = roleId;
        this.userType = userType;
        this.invitedBy = invitedBy;
    }

    /** A token of its own each time; the one before is of no use any more. */
    void sent(LinkToken token, Instant now, Instant expires) {
        if (status == Status.ACCEPTED) {
            throw refused("sent again");
        }
        if (sentCount == 0) {
            invitedAt = now;
        }
        status = Status.PENDING;
        tokenHash = token.hash();
        expiresAt = expires;
        sentCount++;
        lastSentAt = now;
    }

    boolean pending(Instant now) {
        return status == Status.PENDING && expiresAt.isAfter(now);
    }

    /**
     * Works once.
     *
     * @throws Problem {@code invalid-transition}, {@code invitation-expired}, {@code invalid-token}
     */
    void accept(Instant now) {
        requireOpen(now);
        status = Status.ACCEPTED;
        acceptedAt = now;
    }

    /**
     * Refuses what is not there to be accepted.
     *
     * @throws Problem {@code invalid-transition}, {@code invitation-expired}, {@code invalid-token}
     */
    void requireOpen(Instant now) {
        switch (status) {
            case ACCEPTED -> throw Problem.transition("This invitation was accepted already; sign in.");
            case CANCELLED -> throw LinkToken.invalid();
            case EXPIRED -> throw expired();
            case PENDING -> {
                if (!expiresAt.isAfter(now)) {
                    throw expired();
                }
            }
        }
    }

    private static Problem expired() {
        return Problem.of("invitation-expired", "This invitation is over; ask for another.");
    }

    void cancel() {
        if (status != Status.PENDING) {
            throw refused("cancelled");
        }
        status = Status.CANCELLED;
    }

    void expire() {
        status = Status.EXPIRED;
    }

    private Problem refused(String what) {
        return Problem.transition(
                "An invitation that is " + status.name().toLowerCase(Locale.ROOT) + " cannot be " + what + ".");
    }
}
