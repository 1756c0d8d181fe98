package io.renoz.users.invitation;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.users.invitation.Invitations.Guest;
import io.renoz.users.invitation.Invitations.Sent;
import io.renoz.users.letter.Letters;
import io.renoz.users.user.EmailAddress;
import io.renoz.users.user.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/invitations}. */
@Component
@Path("invitations")
public final class InvitationResource implements Reads<InvitationView> {

    /**
     * Whom an admin invites.
     *
     * @param userType staff when left out
     * @param groupIds groups the new user belongs to from the first moment
     */
    public record Input(
            @NotBlank @Size(max = 255) String email,
            @Nullable @Size(max = 200) String name,
            @NotNull UUID roleId,
            @Nullable UserType userType,
            @Nullable @Size(max = 500) String personalMessage,
            @Nullable @Size(max = 50) List<@NotNull UUID> groupIds) {

        /** USR-01, and machines are not invited. */
        public Input {
            if (email != null && !email.isBlank()) {
                email = EmailAddress.checked("email", email);
            }
            if (userType == UserType.SERVICE) {
                throw Problem.invalid("userType", "Machines are not invited.");
            }
        }

        Guest guest() {
            return new Guest(
                    email,
                    name,
                    roleId,
                    userType == null ? UserType.STAFF : userType,
                    personalMessage,
                    groupIds == null ? List.of() : List.copyOf(groupIds));
        }
    }

    private final Rows<Invitation, Void, InvitationView> rows;
    private final Invitations invitations;
    private final Letters letters;

    @Activate
    public InvitationResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Invitations invitations,
            @Reference Letters letters) {
        this.invitations = invitations;
        this.letters = letters;
        rows = tables.of(Invitation.class)
                .filter("status", "email", "invitedBy")
                .sort("-invitedAt", "expiresAt")
                .viewed(InvitationView.class, InvitationView::of);
    }

    @Override
    public Rows<Invitation, Void, InvitationView> records() {
        return rows;
    }

    @POST
    @Allow("users.invite")
    @HandsOutSecret
    @Answers({"already-member", "invitation-pending", "too-many-invitations", "scope-exceeds-permissions"})
    @Summary("Invites somebody by mail.")
    public Created<InvitationView> create(Input input) {
        return new Created<>(shown(invitations.invite(input.guest())));
    }

    @POST
    @Path("{id}/resend")
    @Allow("users.invite")
    @HandsOutSecret
    @Answers({"invalid-transition", "invitation-pending", "too-many-invitations"})
    @Summary("Sends an invitation again, with a new link; the one before is of no use any more.")
    public InvitationView resend(@PathParam("id") UUID id) {
        var sent = new ArrayList<Sent>();
        InvitationView view = rows.change(id, invitation -> sent.add(invitations.resend(invitation)));
        return sent.stream().findFirst().map(this::shown).orElse(view);
    }

    @POST
    @Path("{id}/cancel")
    @Allow("users.invite")
    @Answers("invalid-transition")
    @Summary("Withdraws an invitation.")
    public InvitationView cancel(@PathParam("id") UUID id) {
        return rows.change(id, invitations::cancel);
    }

    /** USR-21: where no mail server takes the link to the guest, the admin does. */
    private InvitationView shown(Sent sent) {
        return InvitationView.of(sent.invitation(), letters.reachMailboxes() ? null : sent.link());
    }
}
