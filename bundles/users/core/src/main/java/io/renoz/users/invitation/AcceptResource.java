package io.renoz.users.invitation;

import io.renoz.rest.Anonymous;
import io.renoz.rest.Answers;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.signin.AuthResource.Granted;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/invitations/accept}. */
@Component
@Path("invitations/accept")
@Anonymous
public final class AcceptResource implements Resource {

    /** The token of the mail, and who comes. */
    public record Input(
            @NotBlank @Size(max = 200) String token,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 128) String password) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return name;
        }
    }

    private final Acceptances acceptances;

    @Activate
    public AcceptResource(@Reference Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @POST
    @HandsOutSecret
    @Answers({"invalid-token", "weak-password", "invitation-expired", "invalid-transition"})
    @Summary("Joins the organization and signs in.")
    public Granted accept(Input input) {
        return Granted.of(acceptances.accept(input.token(), input.name().strip(), input.password()));
    }
}
