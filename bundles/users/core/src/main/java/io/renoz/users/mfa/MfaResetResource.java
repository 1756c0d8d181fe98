package io.renoz.users.mfa;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.api.Authentication;
import io.renoz.users.api.Authentication.Reason;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.user.User;
import io.renoz.users.user.UserResource.Input;
import io.renoz.users.user.UserView;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/users/{id}/reset-mfa}: for who lost both the authenticator and the backup codes. */
@Component
@Path("users/{id}/reset-mfa")
public final class MfaResetResource implements Resource {

    private final Rows<User, Input, UserView> users;
    private final SecondFactors factors;
    private final Authentication sessions;
    private final Letters letters;
    private final AuditTrail audit;

    @Activate
    public MfaResetResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference SecondFactors factors,
            @Reference Authentication sessions,
            @Reference Letters letters,
            @Reference AuditTrail audit) {
        this.factors = factors;
        this.sessions = sessions;
        this.letters = letters;
        this.audit = audit;
        users = tables.of(User.class).sort("name").byName(Input.class, UserView.class);
    }

    /** Nobody gets rid of their own without a code. */
    @POST
    @Answers("is-self")
    @Summary("Removes a user's second factor and backup codes and ends all sessions.")
    public UserView reset(@PathParam("id") UUID id) {
        if (Call.user().filter(id::equals).isPresent()) {
            throw Problem.of("is-self", "Remove your own second factor at users/me/mfa, with a code.");
        }
        return users.change(id, user -> {
            factors.remove(id);
            sessions.endSessions(id, Reason.TERMINATED);
            letters.changed(
                    new Reader(user.email(), user.name()),
                    "An administrator removed the second factor of your account.");
            audit.record(AuditEntry.of("users", "user", id, Action.PERMISSION_CHANGED)
                    .named(user.name())
                    .telling("users.user.mfa-reset", "Removed the second factor")
                    .confidential());
        });
    }
}
