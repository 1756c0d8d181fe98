package io.renoz.users.invitation;

import io.renoz.data.Versioned;
import io.renoz.rest.Summary;
import io.renoz.users.invitation.Invitation.Status;
import io.renoz.users.user.UserType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation; the link is there only just after it was made, and only while no mail server takes it to the guest. */
public record InvitationView(
        UUID id,
        int version,
        String email,
        @Nullable String name,
        UUID roleId,
        UserType userType,
        Status status,
        @Nullable String personalMessage,
        UUID invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        UUID userId,
        int sentCount,
        @Nullable Instant lastSentAt,

        @Summary("Where it is accepted; only in the answer that made it, and only without a mail server") @Nullable
        String acceptLink)
        implements Versioned {

    static InvitationView of(Invitation invitation) {
        return of(invitation, null);
    }

    static InvitationView of(Invitation invitation, @Nullable String link) {
        return new InvitationView(
                invitation.id(),
                invitation.version(),
                invitation.email,
                invitation.name,
                invitation.roleId,
                invitation.userType,
                invitation.status,
                invitation.personalMessage,
                invitation.invitedBy,
                invitation.invitedAt,
                invitation.expiresAt,
                invitation.acceptedAt,
                invitation.userId,
                invitation.sentCount,
                invitation.lastSentAt,
                link);
    }
}
