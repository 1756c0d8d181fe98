package io.renoz.users.signin;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.InPerson;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.api.Authentication.Reason;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me/password}. */
@Component
@Path("me/password")
@Allow(Allow.SIGNED_IN)
@InPerson
public final class PasswordResource implements Resource {

    /** The present password and the one that is to be. */
    public record Input(
            @NotBlank @Size(max = 128) String currentPassword,
            @NotBlank @Size(max = 128) String newPassword) {

        /** Neither of them. */
        @Override
        public String toString() {
            return "a change of password";
        }
    }

    private final OwnPassword password;
    private final Sessions sessions;

    @Activate
    public PasswordResource(@Reference OwnPassword password, @Reference Sessions sessions) {
        this.password = password;
        this.sessions = sessions;
    }

    /** USR-06: the other sessions end. USR-18: not by an API token. */
    @PUT
    @Answers({"invalid-credentials", "too-many-attempts", "weak-password"})
    @Summary("Changes the caller's password and ends the other sessions.")
    public void change(Input input) {
        Actor actor = Call.current().actor();
        UUID user = actor.id();
        UUID session = actor.session();
        if (user == null || session == null) {
            throw Problem.of("forbidden", "Passwords are changed by people who are signed in.");
        }
        password.change(user, input.currentPassword(), input.newPassword());
        sessions.endOthers(user, session, Reason.PASSWORD_CHANGED);
    }
}
