package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Lists;
import io.renoz.users.signin.LoginAttemptResource.View;
import io.renoz.users.user.User;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me/login-attempts}: who tried to sign in as the caller. */
@Component
@Path("me/login-attempts")
public final class LoginAttemptResource implements Lists<View> {

    /** A try. */
    public record View(
            UUID id,
            int version,
            LoginAttempt.Outcome outcome,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable Instant createdAt)
            implements Versioned {}

    private final Rows<LoginAttempt, Void, View> attempts;

    @Activate
    public LoginAttemptResource(@Reference(target = "(domain=users)") Tables tables) {
        attempts = tables.of(LoginAttempt.class)
                .filter("outcome", "createdAt")
                .within("userId", User.class)
                .sort("-createdAt")
                .viewed(View.class, LoginAttemptResource::view);
    }

    private static View view(LoginAttempt attempt) {
        return new View(
                attempt.id(),
                attempt.version(),
                attempt.outcome,
                attempt.ipAddress,
                attempt.userAgent,
                attempt.at().orElse(null));
    }

    @Override
    public Rows<LoginAttempt, Void, View> records() {
        return attempts;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> list(ListQuery query) {
        UUID me = Call.user().orElseThrow(() -> Problem.notFound("user"));
        return attempts.within(me).list(query);
    }
}
