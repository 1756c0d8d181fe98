package io.renoz.users.invitation;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.rest.Answers;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.invitation.Invitations.Sent;
import io.renoz.users.letter.Letters;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/operator/organizations/{id}/owner-invitation}: for an owner who has not come yet, whom nobody of the
 * organization could invite again.
 */
@Component
@OperatorPlane
@Path("organizations/{id}/owner-invitation")
public final class OwnerInvitationResource implements Resource {

    /**
     * What was sent.
     *
     * @param acceptLink only without a mail server
     */
    public record View(
            String email, Instant expiresAt, @Nullable String acceptLink) {

        /** Without the link. */
        @Override
        public String toString() {
            return email;
        }
    }

    private final Transactions transactions;
    private final Invitations invitations;
    private final Letters letters;

    @Activate
    public OwnerInvitationResource(
            @Reference Transactions transactions, @Reference Invitations invitations, @Reference Letters letters) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.letters = letters;
    }

    @POST
    @HandsOutSecret
    @Answers("invalid-transition")
    @Summary("Invites the owner of an organization again; the link before is of no use any more.")
    public View send(@PathParam("id") UUID id) {
        return transactions.run(Call.current().within(id), () -> {
            Sent sent = invitations.inviteOwnerAgain();
            return new View(
                    sent.invitation().email,
                    sent.invitation().expiresAt,
                    letters.reachMailboxes() ? null : sent.link());
        });
    }
}
