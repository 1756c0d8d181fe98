package io.renoz.users.signin;

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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/auth/mfa}. */
@Component
@Path("auth/mfa")
@Anonymous
public final class MfaAnswerResource implements Resource {

    /** The challenge that signing in gave, and a code. */
    public record Answer(
            @NotBlank @Size(max = 200) String challenge,
            @NotBlank @Size(max = 20) String code,
            @Nullable Boolean rememberMe) {

        /** Without either. */
        @Override
        public String toString() {
            return "an answer";
        }
    }

    private final Challenges challenges;

    @Activate
    public MfaAnswerResource(@Reference Challenges challenges) {
        this.challenges = challenges;
    }

    @POST
    @HandsOutSecret
    @Answers({"challenge-expired", "invalid-code", "too-many-attempts"})
    @Summary("Finishes signing in with what the authenticator shows, or a backup code.")
    public Granted answer(Answer answer) {
        return Granted.of(
                challenges.answer(answer.challenge(), answer.code(), Boolean.TRUE.equals(answer.rememberMe())));
    }
}
