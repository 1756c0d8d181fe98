package io.renoz.users.reset;

import io.renoz.rest.Anonymous;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/auth/verify-email}. */
@Component
@Path("auth/verify-email")
@Anonymous
public final class VerifyEmailResource implements Resource {

    /** The token of the mail. */
    public record Input(@NotBlank @Size(max = 200) String token) {

        /** Without it. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    private final Verifications verifications;

    @Activate
    public VerifyEmailResource(@Reference Verifications verifications) {
        this.verifications = verifications;
    }

    @POST
    @Answers("invalid-token")
    @Summary("Confirms the address that the token was sent to.")
    public void verify(Input input) {
        verifications.confirm(input.token());
    }
}
