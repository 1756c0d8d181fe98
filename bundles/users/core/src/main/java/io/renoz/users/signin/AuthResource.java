package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Anonymous;
import io.renoz.rest.Answers;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.InPerson;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.WhileEnrolling;
import io.renoz.rest.WhileSuspended;
import io.renoz.users.api.Authentication.Reason;
import io.renoz.users.reset.LinkToken;
import io.renoz.users.signin.Challenges.Passed;
import io.renoz.users.signin.Entry.Entered;
import io.renoz.users.signin.Sessions.Opened;
import io.renoz.users.signin.SignIn.Asked;
import io.renoz.users.signin.SignIn.SignedIn;
import java.time.Instant;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/auth}: in and out. */
@Component
@Path("auth")
public final class AuthResource implements Resource {

    /** Who wants in; the organization is named by its slug or host. */
    public record Login(
            @NotBlank @Size(max = 255) String organization,
            @NotBlank @Size(max = 255) String email,
            @NotBlank @Size(max = 128) String password,
            @Nullable Boolean rememberMe) {

        /** Without the password. */
        @Override
        public String toString() {
            return email + " at " + organization;
        }
    }

    /**
     * A session, or a challenge to be answered at {@code auth/mfa} first.
     *
     * @param token the bearer token, shown only here; null with a challenge
     * @param idleExpiresAt when it ends unless it is used
     * @param expiresAt when it ends in any case
     * @param userId null with a challenge, as the name is
     * @param mustChangePassword the password has to be changed first of all
     * @param challenge null with a session
     */
    public record Granted(
            @Nullable String token,
            @Nullable UUID sessionId,
            @Nullable Instant idleExpiresAt,
            @Nullable Instant expiresAt,
            UUID organizationId,
            @Nullable UUID userId,
            @Nullable String name,
            boolean mustChangePassword,
            @Nullable String challenge,
            @Nullable Instant challengeExpiresAt) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "sign-in at " + organizationId;
        }

        /** For who has just come in. */
        public static Granted of(Entered in) {
            return of(in, false);
        }

        static Granted of(Passed passed) {
            return of(passed.entered(), passed.mustChange());
        }

        private static Granted of(Entered in, boolean mustChange) {
            Session session = in.opened().session();
            return new Granted(
                    in.opened().token().text(),
                    session.id(),
                    session.idleExpiresAt,
                    session.expiresAt,
                    in.organization(),
                    in.user().id(),
                    in.user().name(),
                    mustChange,
                    null,
                    null);
        }

        static Granted of(SignedIn in) {
            Opened opened = in.passed().opened();
            if (opened != null) {
                return of(new Entered(in.organization().id(), in.user(), opened), in.mustChange());
            }
            LinkToken challenge = in.passed().challenge();
            return new Granted(
                    null,
                    null,
                    null,
                    null,
                    in.organization().id(),
                    null,
                    null,
                    in.mustChange(),
                    challenge == null ? null : challenge.text(),
                    in.passed().until());
        }
    }

    private final SignIn signIn;
    private final Tables tables;
    private final Sessions sessions;

    @Activate
    public AuthResource(
            @Reference SignIn signIn,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Sessions sessions) {
        this.signIn = signIn;
        this.tables = tables;
        this.sessions = sessions;
    }

    @POST
    @Path("login")
    @Anonymous
    @HandsOutSecret
    @Answers({"invalid-credentials", "too-many-attempts", "account-not-active", "organization-closed"})
    @Summary("Signs in: returns a bearer token, or a challenge where there is a second factor.")
    public Granted login(Login login) {
        return Granted.of(signIn.signIn(new Asked(
                login.organization(), login.email(), login.password(), Boolean.TRUE.equals(login.rememberMe()))));
    }

    @POST
    @Path("logout")
    @Allow(Allow.SIGNED_IN)
    @InPerson
    @WhileSuspended
    @WhileEnrolling
    @Summary("Ends the session whose token is sent.")
    public void logout() {
        UUID id = Call.current().actor().session();
        if (id == null) {
            throw Problem.of("forbidden", "An API token is no session; revoke it instead.");
        }
        sessions.end(tables.require(Session.class, id), Reason.LOGOUT);
    }
}
