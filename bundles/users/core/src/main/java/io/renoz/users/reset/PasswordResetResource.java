package io.renoz.users.reset;

import io.renoz.rest.Accepted;
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

/** {@code /api/v1/users/auth/password-reset}. */
@Component
@Path("auth/password-reset")
@Anonymous
public final class PasswordResetResource implements Resource {

    /** Whose password; the organization is named by its slug or host. */
    public record Asked(
            @NotBlank @Size(max = 255) String organization,
            @NotBlank @Size(max = 255) String email) {}

    /** The token of the mail, and the password that is to be. */
    public record Confirmed(
            @NotBlank @Size(max = 200) String token,
            @NotBlank @Size(max = 128) String newPassword) {

        /** Neither of them. */
        @Override
        public String toString() {
            return "a new password";
        }
    }

    private final Resets resets;
    private final NewPasswords passwords;

    @Activate
    public PasswordResetResource(@Reference Resets resets, @Reference NewPasswords passwords) {
        this.resets = resets;
        this.passwords = passwords;
    }

    @POST
    @Answers("too-many-attempts")
    @Summary("Sends a mail with the way to a new password; answers the same whether or not there is such an account.")
    public Accepted ask(Asked asked) {
        resets.ask(asked.organization(), asked.email());
        return Accepted.ACCEPTED;
    }

    @POST
    @Path("confirm")
    @Answers({"invalid-token", "weak-password"})
    @Summary("Sets a new password with the token of the mail and ends all sessions.")
    public void confirm(Confirmed confirmed) {
        passwords.set(confirmed.token(), confirmed.newPassword());
    }
}
