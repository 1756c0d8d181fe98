package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.users.signin.Sessions.Opened;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a user in who has proved to be the one: a session, and all that is told of it. */
@Component(service = Entry.class)
public final class Entry {

    private static final String SEEN = "update users.users set last_login_at = ?1, last_active_at = ?1"
            + " where organization_id = ?2 and id = ?3";

    private final Tables tables;
    private final Sessions sessions;
    private final Telling telling;
    private final Clock clock;

    @Activate
    public Entry(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Sessions sessions,
            @Reference Telling telling,
            @Reference Clock clock) {
        this.tables = tables;
        this.sessions = sessions;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who is in, and by which session. */
    public record Entered(UUID organization, User user, Opened opened) {}

    /** For who comes in without having asked to be remembered. */
    public Entered open(User user) {
        return open(user, false);
    }

    Entered open(User user, boolean rememberMe) {
        Opened opened = sessions.open(user.id(), rememberMe);
        tables.flush();
        seen(user.id());
        telling.login(opened.session().id(), user);
        return new Entered(Call.tenant(), user, opened);
    }

    /** Past the entity: being here changes nothing of a user that others would have to hear of. */
    private void seen(UUID user) {
        tables.entities()
                .createNativeQuery(SEEN)
                .setParameter(1, java.sql.Timestamp.from(clock.instant()))
                .setParameter(2, Call.tenant())
                .setParameter(3, user)
                .executeUpdate();
    }
}
