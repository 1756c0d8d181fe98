package io.renoz.users.invitation;

import io.renoz.rest.Anonymous;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.invitation.Acceptances.Offered;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/invitations/lookup}. */
@Component
@Path("invitations/lookup")
@Anonymous
public final class LookupResource implements Resource {

    /** The token of the mail. */
    public record Input(@NotBlank @Size(max = 200) String token) {

        /** Without it. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    private final Acceptances acceptances;

    @Activate
    public LookupResource(@Reference Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @POST
    @Answers({"invalid-token", "invitation-expired", "invalid-transition"})
    @Summary("Tells what an invitation offers.")
    public Offered lookUp(Input input) {
        return acceptances.lookUp(input.token());
    }
}
