package io.renoz.users.reset;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.security.TokenCache;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.reset.ActionToken.Purpose;
import io.renoz.users.signin.Credential;
import io.renoz.users.user.User;
import io.renoz.users.user.UserResource.Input;
import io.renoz.users.user.UserView;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/users/{id}/reactivate}. */
@Component
@Path("users/{id}/reactivate")
public final class ReactivationResource implements Resource {

    private static final Duration LIFE = Duration.ofDays(1);

    private final Rows<User, Input, UserView> users;
    private final Tables tables;
    private final ActionTokens tokens;
    private final Letters letters;
    private final EventPublisher events;
    private final TokenCache cache;

    @Activate
    public ReactivationResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference ActionTokens tokens,
            @Reference Letters letters,
            @Reference EventPublisher events,
            @Reference TokenCache cache) {
        this.tables = tables;
        this.tokens = tokens;
        this.letters = letters;
        this.events = events;
        this.cache = cache;
        users = tables.of(User.class).sort("name").byName(Input.class, UserView.class);
    }

    /** What the user knew opens nothing any more. */
    @POST
    @Answers("invalid-transition")
    @Summary("Lets a user who had left in again; the old password is gone, a new one is set by mail.")
    public UserView reactivate(@PathParam("id") UUID id) {
        return users.change(id, user -> {
            user.reactivate();
            Credential.of(tables, id).ifPresent(tables::remove);
            tokens.voidAll(id);
            letters.reactivated(new Reader(user.email(), user.name()), tokens.issue(id, Purpose.PASSWORD_RESET, LIFE));
            events.publish(new DomainEvent(
                    "users.user.reactivated",
                    "user",
                    id,
                    Map.of("name", user.name(), "by", Call.current().actor().name())));
            cache.invalidate(Call.tenant());
        });
    }
}
